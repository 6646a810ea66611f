// The inbox: opens conversations, keeps list and thread up to date, sends what is written.
// Reads are fragments of pages, fetched and merged by id, so that nothing that is looked at, typed or played is disturbed.
(() => {
  const nonce = document.querySelector("script[nonce]").nonce;
  const $ = (id) => document.getElementById(id);
  const inbox = $("inbox");
  const rows = $("rows");
  const words = $("words").dataset;
  const composer = $("composer");
  const field = (name) => $(`composer:${name}`);
  const NEAR = 80;

  let current = $("head").dataset.conversation || null;
  let filter = rows.dataset.filter;
  let query = $("q").value;
  let opening = 0;
  let extra = 0;

  // ---- reading ----

  const part = (page, name) => page.querySelector(`[data-part="${name}"]`);

  const load = async (name, parameters) => {
    const address = new URL(`${name}.xhtml`, document.baseURI);
    Object.entries(parameters).forEach(([key, value]) => value != null && value !== "" && address.searchParams.set(key, value));
    const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" }, credentials: "same-origin" });
    if (answer.status === 401) {
      signedOut();
    }
    if (!answer.ok) {
      throw new Error(`${name}: ${answer.status}`);
    }
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  const replace = (target, source) => {
    if (target.innerHTML !== source.innerHTML) {
      const focused = document.activeElement && target.contains(document.activeElement) ? document.activeElement.id : null;
      target.innerHTML = source.innerHTML;
      if (focused && $(focused)) {
        $(focused).focus({ preventScroll: true });
      }
    }
  };

  // ---- list ----

  const mark = () =>
    rows.querySelectorAll(".conv").forEach((row) => {
      const on = row.dataset.id === current;
      row.classList.toggle("on", on);
      row.setAttribute("aria-current", on ? "true" : "false");
    });

  /** What must stay where it is on the screen: the row under the pointer or in focus, else the first that is visible. */
  const anchor = () => {
    const held = rows.querySelector(".conv:hover") || (rows.contains(document.activeElement) ? document.activeElement : null);
    if (!held && rows.scrollTop < 4) {
      return () => {};
    }
    const top = rows.getBoundingClientRect().top;
    const row = held || [...rows.children].find((each) => each.getBoundingClientRect().bottom > top);
    const before = row ? row.getBoundingClientRect().top : 0;
    return () => row && row.isConnected && (rows.scrollTop += row.getBoundingClientRect().top - before);
  };

  const mergeRows = (source, append) => {
    const known = new Map([...rows.querySelectorAll(".conv")].map((row) => [row.dataset.id, row]));
    const keep = anchor();
    const wanted = [...source.children].map((fresh) => {
      const old = known.get(fresh.dataset.id);
      if (!old) {
        return document.importNode(fresh, true);
      }
      old.className = fresh.className;
      old.dataset.unread = fresh.dataset.unread;
      old.href = fresh.getAttribute("href");
      replace(old, fresh);
      return old;
    });
    if (append) {
      rows.querySelectorAll(":scope > :not(.conv)").forEach((each) => each.remove());
      rows.append(...wanted.filter((each) => !each.isConnected));
    } else {
      const stay = new Set(wanted);
      [...rows.children].forEach((each) => !stay.has(each) && each.remove());
      let place = rows.firstElementChild;
      wanted.forEach((each) => {
        if (each === place) {
          place = place.nextElementSibling;
        } else {
          rows.insertBefore(each, place);
        }
      });
      keep();
    }
    mark();
  };

  const mergeRest = (page) => {
    replace($("listHead"), part(page, "tabs"));
    replace($("banners"), part(page, "banners"));
    $("waiting").textContent = part(page, "waiting").textContent.trim();
  };

  const refreshList = async () => {
    const asked = filter + query;
    const page = await load("rows", { filter, q: query, size: 30 + extra });
    if (asked === filter + query) {
      mergeRows(part(page, "rows"), false);
      mergeRest(page);
    }
  };

  const showMore = async (button) => {
    button.disabled = true;
    const page = await load("rows", { filter, q: query, before: button.dataset.cursor });
    extra = Math.min(70, extra + 30);
    mergeRows(part(page, "rows"), true);
    watchEnd();
  };

  const end = new IntersectionObserver((seen) => seen.forEach((each) => each.isIntersecting && !each.target.disabled && showMore(each.target).catch(() => (each.target.disabled = false))), { root: rows, rootMargin: "200px" });
  const watchEnd = () => {
    end.disconnect();
    const button = rows.querySelector(".more");
    if (button) {
      end.observe(button);
    }
  };

  const choose = (wanted) => {
    filter = wanted;
    extra = 0;
    rows.dataset.filter = filter;
    rows.scrollTop = 0;
    address(false);
    return refreshList().then(watchEnd);
  };

  // ---- address ----

  const address = (push) => {
    const url = new URL(location.href);
    const set = (name, value) => (value ? url.searchParams.set(name, value) : url.searchParams.delete(name));
    set("id", current);
    set("filter", filter === "all" ? null : filter);
    set("q", query);
    if (url.href !== location.href) {
      history[push ? "pushState" : "replaceState"]({ id: current }, "", url);
    }
  };

  // ---- thread ----

  const messages = () => $("messages");
  const isAtEnd = () => messages().scrollHeight - messages().scrollTop - messages().clientHeight < NEAR;
  // whether the reader follows the end; content that grows must not be taken for a reader who scrolls away
  let pinned = true;
  document.addEventListener("scroll", (event) => event.target.id === "messages" && (pinned = isAtEnd()), true);
  const toEnd = () => {
    pinned = true;
    messages().scrollTop = messages().scrollHeight;
    const pill = messages().querySelector(".pill");
    if (pill) {
      pill.remove();
    }
  };

  const announce = (text) => {
    $("live").textContent = "";
    setTimeout(() => ($("live").textContent = text), 50);
  };

  const mergeMessages = (source) => {
    const box = messages();
    const stick = pinned;
    const known = new Map([...box.querySelectorAll(".m[data-id]")].map((each) => [each.dataset.id, each]));
    const page = [...source.querySelectorAll(".m")];
    // what stands before the first known one is older than what is shown: a click away
    const begin = Math.max(0, page.findIndex((each) => known.has(each.dataset.id)));
    let arrived = null;
    let place = page.length > 0 && known.get(page[begin].dataset.id);
    page.slice(begin).forEach((fresh) => {
      const old = known.get(fresh.dataset.id);
      if (old) {
        if (old.dataset.rev !== fresh.dataset.rev) {
          const drawn = document.importNode(fresh, true);
          // a player that plays goes on playing
          const player = old.querySelector("audio, video");
          const next = drawn.querySelector("audio, video");
          if (player && next && !player.paused) {
            next.replaceWith(player);
          }
          old.replaceWith(drawn);
          place = drawn.nextElementSibling;
        } else {
          place = old.nextElementSibling;
        }
      } else {
        const drawn = document.importNode(fresh, true);
        while (place && !place.classList.contains("m")) {
          place = place.nextElementSibling;
        }
        const before = place && !place.classList.contains("waiting") ? place : [...box.querySelectorAll(".m.waiting")][0] || box.querySelector(".pill");
        box.insertBefore(drawn, before || null);
        arrived = drawn;
        if (fresh.classList.contains("in")) {
          announce(`${$("head").dataset.name} : ${fresh.querySelector(".text") ? fresh.querySelector(".text").textContent : ""}`);
        }
      }
    });
    if (stick) {
      toEnd();
    } else if (arrived && !box.querySelector(".pill")) {
      const pill = document.createElement("button");
      pill.type = "button";
      pill.className = "btn small primary pill";
      pill.textContent = `↓ ${words.newer}`;
      pill.addEventListener("click", toEnd);
      box.append(pill);
    }
  };

  const fitComposer = () => {
    if (!composer) {
      return;
    }
    const head = $("head").dataset;
    const closed = head.status === "closed";
    const shut = head.window === "closed";
    composer.classList.toggle("hidden", !head.conversation);
    field("conversation").value = head.conversation || "";
    $("modeReply").disabled = closed || shut;
    $("modeNote").disabled = closed;
    if (shut && $("modeReply").checked) {
      $("modeNote").checked = true;
    }
    $("notice").textContent = closed ? words.closed : shut ? words.windowClosed : "";
    [field("text"), $("send"), $("attach")].forEach((each) => (each.disabled = closed));
    dressComposer();
  };

  const dressComposer = () => {
    const note = $("modeNote").checked;
    composer.classList.toggle("noting", note);
    $("send").textContent = note ? words.save : words.send;
    $("attach").hidden = note;
    field("text").placeholder = note ? words.noteFor : field("text").dataset.template.replace("{0}", $("head").dataset.name || "");
  };

  const show = (page) => {
    $("conversation").innerHTML = part(page, "conversation").innerHTML;
    replace($("context"), part(page, "context"));
    loadDraft();
    fitComposer();
    toEnd();
    settlePictures();
  };

  /** Pictures that load later must not push the end out of sight. */
  const settlePictures = () =>
    messages().querySelectorAll("img, video").forEach((each) => {
      each.addEventListener(each.tagName === "IMG" ? "load" : "loadedmetadata", () => pinned && toEnd(), { once: true });
    });

  const open = async (id, push) => {
    const turn = ++opening;
    saveDraft();
    current = id;
    mark();
    inbox.dataset.open = id ? "thread" : "list";
    address(push);
    if (!id) {
      return;
    }
    $("conversation").classList.add("loading");
    try {
      const page = await load("conversation", { id });
      if (turn === opening) {
        show(page);
        seen();
      }
    } finally {
      $("conversation").classList.remove("loading");
    }
  };

  const refreshThread = async () => {
    const id = current;
    if (!id) {
      return;
    }
    const shown = messages().querySelectorAll(".m[data-id]").length;
    const page = await load("conversation", { id, size: Math.min(200, Math.max(50, shown + 10)) });
    if (id !== current) {
      return;
    }
    const source = part(page, "conversation");
    const head = source.querySelector("#head");
    Object.assign($("head").dataset, head.dataset);
    replace($("head"), head);
    mergeMessages(source.querySelector("#messages"));
    replace($("context"), part(page, "context"));
    fitComposer();
    seen();
  };

  const showOlder = async () => {
    const box = messages();
    const page = await load("conversation", { id: current, before: box.dataset.oldest });
    const source = part(page, "conversation").querySelector("#messages");
    const height = box.scrollHeight;
    const button = box.querySelector(".older");
    const below = box.querySelector(".day");
    button.replaceWith(...[...source.children].map((each) => document.importNode(each, true)));
    // the day that goes on needs no second heading
    const above = [...box.querySelectorAll(".day")].filter((each) => each.compareDocumentPosition(below) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
    if (above && above.textContent === below.textContent) {
      below.remove();
    }
    box.dataset.oldest = source.dataset.oldest;
    box.scrollTop += box.scrollHeight - height;
  };

  const seen = () => {
    if (composer && document.visibilityState === "visible" && Number($("head").dataset.unread) > 0) {
      $("head").dataset.unread = "0";
      post("doSeen", { conversation: current }).catch(() => {});
    }
  };

  // ---- writing ----

  let queue = Promise.resolve();

  /** Runs one of the form's commands on the server; one after the other, in the order of the clicks. */
  const post = (command, fields, file) => {
    const run = async () => {
      const body = new FormData();
      body.set("composer", "composer");
      body.set("jakarta.faces.ViewState", composer.elements["jakarta.faces.ViewState"].value);
      body.set("primefaces.nonce", nonce);
      body.set("jakarta.faces.partial.ajax", "true");
      body.set("jakarta.faces.source", `composer:${command}`);
      body.set("jakarta.faces.behavior.event", "action");
      body.set("jakarta.faces.partial.event", "click");
      body.set("jakarta.faces.partial.execute", `composer:${command} composer`);
      body.set("jakarta.faces.partial.render", "composer:outcome");
      Object.entries(fields).forEach(([name, value]) => body.set(`composer:${name}`, value || ""));
      if (file) {
        body.set("composer:file", file, file.name);
      }
      const answer = await fetch(composer.action, { method: "POST", body, headers: { "Faces-Request": "partial/ajax" }, credentials: "same-origin" });
      const xml = new DOMParser().parseFromString(await answer.text(), "text/xml");
      const away = xml.querySelector("redirect");
      if (away) {
        signedOut();
        throw new Error("signed out");
      }
      if (!answer.ok || xml.querySelector("error") || xml.querySelector("parsererror")) {
        throw new Error(`${command}: ${answer.status}`);
      }
      let outcome = null;
      xml.querySelectorAll("update").forEach((update) => {
        if (update.id === "composer:outcome") {
          outcome = new DOMParser().parseFromString(update.textContent, "text/html").querySelector("[data-done]");
        } else if (update.id.includes("ViewState")) {
          document.querySelectorAll('input[name="jakarta.faces.ViewState"]').forEach((each) => (each.value = update.textContent));
        }
      });
      if (!outcome) {
        throw new Error(`${command}: no outcome`);
      }
      return { done: outcome.dataset.done === "true", reason: outcome.dataset.reason, message: outcome.dataset.message, words: outcome.textContent };
    };
    queue = queue.then(run, run);
    return queue;
  };

  const refuse = (text) => ($("refused").textContent = text || "");

  const act = async (command, fields) => {
    refuse("");
    const outcome = await post(command, { conversation: current, ...fields });
    if (!outcome.done) {
      refuse(outcome.words);
    }
    await Promise.all([refreshThread(), refreshList()]);
  };

  /** Messages like this one get no answer from now on; where the button was stands what came of it. */
  const ignore = async (button) => {
    refuse("");
    button.disabled = true;
    const outcome = await post("doIgnore", { conversation: current, message: button.dataset.message }).finally(() => (button.disabled = false));
    if (outcome.done) {
      const said = document.createElement("span");
      said.setAttribute("role", "status");
      said.dataset.ignored = "true";
      said.textContent = outcome.words;
      button.replaceWith(said);
    } else {
      refuse(outcome.words);
    }
  };

  const chosen = () => field("file").files[0] || null;

  /** The bubble that appears at once, with a clock, before the server has answered. */
  const draw = (text, file, note) => {
    const m = document.createElement("article");
    m.className = `m waiting ${note ? "note" : "out"}`;
    m.dataset.author = note ? "note" : "out me";
    m.dataset.state = "QUEUED";
    const b = document.createElement("div");
    b.className = `b ${note ? "note" : "out me"}`;
    if (note) {
      const by = document.createElement("div");
      by.className = "by";
      by.textContent = words.note;
      b.append(by);
    }
    if (file) {
      const name = document.createElement("div");
      name.className = "file";
      name.textContent = file.name;
      b.append(name);
    }
    const body = document.createElement("div");
    body.className = "text";
    text.split("\n").forEach((line, i) => body.append(...(i ? [document.createElement("br")] : []), line));
    const foot = document.createElement("footer");
    foot.innerHTML = '<time></time><span class="ticks" role="img" data-ticks="QUEUED"><svg class="ic" aria-hidden="true"><use href="#i-clock"/></svg></span>';
    foot.querySelector("time").textContent = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
    foot.querySelector(".ticks").setAttribute("aria-label", words.sending);
    b.append(body, foot);
    m.append(b);
    messages().append(m);
    toEnd();
    return m;
  };

  const send = async (again) => {
    const wish = again || {
      conversation: current,
      key: crypto.randomUUID ? crypto.randomUUID() : `${Date.now()}-${Math.random().toString(36).slice(2)}`,
      text: field("text").value,
      file: $("modeNote").checked ? null : chosen(),
      note: $("modeNote").checked,
      seen: $("head").dataset.lastInbound,
    };
    if (!wish.conversation || (!wish.text.trim() && !wish.file)) {
      return;
    }
    refuse("");
    const bubble = wish.conversation === current ? draw(wish.text.trim(), wish.file, wish.note) : null;
    if (!again) {
      field("text").value = "";
      detach();
      saveDraft();
    }
    field("text").focus();
    const giveBack = () => {
      if (bubble) {
        bubble.remove();
      }
      if (wish.conversation === current && !field("text").value) {
        field("text").value = wish.text;
        if (wish.file) {
          const files = new DataTransfer();
          files.items.add(wish.file);
          field("file").files = files.files;
          attached();
        }
        saveDraft();
      }
    };
    try {
      const outcome = await post(wish.note ? "doNote" : "doSend", { conversation: wish.conversation, key: wish.key, text: wish.text, seen: wish.seen }, wish.file);
      if (outcome.done) {
        if (bubble) {
          bubble.dataset.id = outcome.message;
          bubble.dataset.rev = "sent";
          bubble.classList.remove("waiting");
        }
        await Promise.all([refreshThread(), refreshList()]);
      } else if (outcome.reason === "NEWER_MESSAGE") {
        if (bubble) {
          bubble.remove();
        }
        await refreshThread();
        ask(() => send({ ...wish, seen: null }), giveBack);
      } else {
        giveBack();
        refuse(outcome.words);
      }
    } catch (failure) {
      giveBack();
      refuse(words.failed);
    }
  };

  const ask = (yes, no) => {
    const dialog = $("crossing");
    const answer = (sure) => () => {
      dialog.onclose = null;
      dialog.close();
      (sure ? yes : no)();
    };
    $("crossingSend").onclick = answer(true);
    $("crossingStay").onclick = answer(false);
    dialog.onclose = no;
    dialog.showModal();
  };

  // ---- drafts and files ----

  const draftKey = () => `sylion-draft-${current}`;
  const saveDraft = () => {
    if (composer && current) {
      if (field("text").value) {
        sessionStorage.setItem(draftKey(), field("text").value);
      } else {
        sessionStorage.removeItem(draftKey());
      }
    }
  };
  const loadDraft = () => {
    if (composer) {
      field("text").value = (current && sessionStorage.getItem(draftKey())) || "";
      $("modeReply").checked = true;
      refuse("");
      detach();
    }
  };
  const attached = () => {
    $("attached").hidden = !chosen();
    $("attachedName").textContent = chosen() ? chosen().name : "";
  };
  const detach = () => {
    field("file").value = "";
    attached();
  };

  // ---- why ----

  const showTrace = async (key) => {
    const page = await load("decision", Object.fromEntries(new URLSearchParams(key)));
    $("traceBody").innerHTML = part(page, "trace").innerHTML;
    $("trace").showModal();
  };

  // ---- clicks and keys ----

  const complain = (work) => work.catch(() => refuse(words.failed));

  document.addEventListener("click", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const row = event.target.closest(".conv");
    const tab = event.target.closest("a[data-filter]");
    const why = event.target.closest("[data-trace]");
    const button = event.target.closest("[data-act]");
    const close = event.target.closest("[data-close]");
    if (row && plain) {
      event.preventDefault();
      open(row.dataset.id, true).catch(() => location.assign(row.href));
    } else if (tab && plain) {
      event.preventDefault();
      choose(tab.dataset.filter).catch(() => location.assign(tab.href));
    } else if (why) {
      complain(showTrace(why.dataset.trace));
    } else if (close) {
      $(close.dataset.close).close();
    } else if (event.target === $("trace")) {
      $("trace").close();
    } else if (event.target.closest(".more")) {
      complain(showMore(event.target.closest(".more")));
    } else if (button) {
      const acts = {
        back: () => open(null, true),
        context: () => (inbox.dataset.open = inbox.dataset.open === "context" ? "thread" : "context"),
        thread: () => (inbox.dataset.open = "thread"),
        older: () => complain(showOlder()),
        takeOver: () => complain(act("doTakeOver")),
        handBack: () => complain(act("doHandBack")),
        close: () => complain(act("doClose")),
        reopen: () => complain(act("doReopen")),
        retry: () => complain(act("doRetry", { message: button.dataset.message })),
        ignore: () => complain(ignore(button)),
      };
      acts[button.dataset.act]();
    }
  });

  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      inbox.dataset.open = innerWidth <= 860 ? "list" : inbox.dataset.open;
      $("q").focus();
      $("q").select();
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && document.activeElement.matches(".conv")) {
      const next = event.key === "ArrowDown" ? document.activeElement.nextElementSibling : document.activeElement.previousElementSibling;
      if (next && next.matches(".conv, .more")) {
        event.preventDefault();
        next.focus();
      }
    }
  });

  let typing = 0;
  $("q").addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => {
      query = $("q").value.trim();
      complain(choose(filter));
    }, 250);
  });
  $("search").addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("popstate", () => {
    const id = new URL(location.href).searchParams.get("id");
    if (id !== current) {
      open(id, false).catch(() => location.reload());
    }
  });

  if (composer) {
    const text = field("text");
    const enter = $("enterSends");
    text.dataset.template = text.placeholder || "{0}";
    enter.checked = localStorage.getItem("sylion-enter") !== "no";
    enter.addEventListener("change", () => localStorage.setItem("sylion-enter", enter.checked ? "yes" : "no"));
    text.addEventListener("keydown", (event) => {
      const wants = event.key === "Enter" && !event.isComposing && !event.shiftKey;
      if (wants && (enter.checked || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        send();
      }
    });
    text.addEventListener("input", saveDraft);
    $("send").addEventListener("click", () => send());
    $("attach").addEventListener("click", () => field("file").click());
    field("file").addEventListener("change", attached);
    $("detach").addEventListener("click", detach);
    [$("modeReply"), $("modeNote")].forEach((mode) => mode.addEventListener("change", dressComposer));
    composer.addEventListener("submit", (event) => event.preventDefault());
    text.addEventListener("paste", (event) => {
      if (event.clipboardData.files.length && !$("modeNote").checked) {
        event.preventDefault();
        field("file").files = event.clipboardData.files;
        attached();
      }
    });
  }

  // ---- live ----

  let listDue = false;
  let threadDue = false;
  let working = false;

  const work = async () => {
    if (working) {
      return;
    }
    working = true;
    try {
      while (listDue || threadDue) {
        const [list, thread] = [listDue, threadDue];
        listDue = false;
        threadDue = false;
        await Promise.all([list && refreshList(), thread && refreshThread()]);
        document.dispatchEvent(new CustomEvent("sylion:listed"));
      }
    } catch (failure) {
      setTimeout(() => stir(null), 3000);
    } finally {
      working = false;
    }
  };

  const stir = (id) => {
    listDue = true;
    threadDue = threadDue || !id || id === current;
    work();
  };

  const banner = (name) => {
    let bar = $("connection");
    if (!name) {
      if (bar) {
        bar.remove();
      }
      return;
    }
    if (!bar) {
      bar = document.createElement("div");
      bar.id = "connection";
      bar.className = "banner";
      bar.setAttribute("role", "status");
      $("banners").after(bar);
    }
    bar.textContent = words[name];
    if (name === "signedOut") {
      const link = document.createElement("a");
      link.className = "lk";
      link.href = location.href;
      link.textContent = words.signIn;
      bar.append(" ", link);
    }
  };

  let patience = 0;
  let ended = false;
  const signedOut = () => {
    ended = true;
    saveDraft();
    banner("signedOut");
  };
  document.addEventListener("sylion:changed", ({ detail }) => stir(detail.conversationId));
  document.addEventListener("sylion:connected", ({ detail }) => {
    clearTimeout(patience);
    if (detail.connected) {
      banner(null);
    } else if (!ended) {
      patience = setTimeout(() => banner("offline"), 3000);
    }
  });
  document.addEventListener("sylion:signed-out", signedOut);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && seen());
  // times and windows run on without news
  setInterval(() => document.visibilityState === "visible" && !ended && stir(null), 60000);

  // ---- begin ----

  loadDraft();
  fitComposer();
  mark();
  watchEnd();
  if (current) {
    toEnd();
    settlePictures();
    seen();
  }
})();
