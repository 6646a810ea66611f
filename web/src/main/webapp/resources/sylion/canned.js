// Canned replies: a slash at the beginning of a message opens them, what follows narrows them.
(() => {
  const composer = document.getElementById("composer");
  if (!composer) {
    return;
  }
  const text = document.getElementById("composer:text");
  const box = document.getElementById("canned");
  const list = document.getElementById("cannedList");
  const FRESH_MS = 60000;

  let loaded = null;
  let loadedAt = 0;
  let agent = "";

  const fold = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const replies = async () => {
    if (!loaded || Date.now() - loadedAt > FRESH_MS) {
      const answer = await fetch("replies.xhtml", { headers: { "X-Requested-With": "fetch" }, credentials: "same-origin" });
      if (!answer.ok) {
        return [];
      }
      const part = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-part=replies]");
      agent = part.dataset.agent;
      loaded = [...part.children];
      loadedAt = Date.now();
    }
    return loaded;
  };

  const wanted = () => (/^\/\S*$/.test(text.value) ? fold(text.value.slice(1)) : null);
  const options = () => [...list.children];
  const chosen = () => list.querySelector("[aria-selected=true]");

  const choose = (option) => {
    options().forEach((each) => each.setAttribute("aria-selected", String(each === option)));
    if (option) {
      text.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      text.removeAttribute("aria-activedescendant");
    }
  };

  const close = () => {
    box.hidden = true;
    list.replaceChildren();
    choose(null);
  };

  const look = async () => {
    if (wanted() === null) {
      close();
      return;
    }
    const all = await replies();
    const query = wanted();
    if (query === null) {
      close();
      return;
    }
    // those whose shortcut begins so, then those that hold the word anywhere
    const begin = all.filter((each) => fold(each.dataset.shortcut).startsWith(query));
    const hold = all.filter((each) => !begin.includes(each) && fold(each.dataset.shortcut + " " + each.dataset.body).includes(query));
    list.replaceChildren(...[...begin, ...hold].map((each, i) => {
      const option = document.importNode(each, true);
      option.id = `canned-${i}`;
      return option;
    }));
    document.getElementById("cannedNone").hidden = list.children.length > 0;
    box.hidden = false;
    choose(list.firstElementChild);
  };

  const use = (option) => {
    const client = document.getElementById("head").dataset.name || "";
    text.value = option.dataset.body.replaceAll("{{client}}", client).replaceAll("{{agent}}", agent);
    close();
    text.focus();
    text.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const step = (by) => {
    const all = options();
    choose(all[(all.indexOf(chosen()) + by + all.length) % all.length]);
  };

  text.setAttribute("aria-controls", "cannedList");
  text.setAttribute("aria-autocomplete", "list");
  text.addEventListener("input", look);
  text.addEventListener("blur", () => setTimeout(() => !composer.contains(document.activeElement) && close(), 150));
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => event.target.closest(".option") && use(event.target.closest(".option")));
  document.getElementById("slash").addEventListener("click", () => {
    if (!text.value.trim()) {
      text.value = "/";
    }
    text.focus();
    look();
  });
  // before the inbox takes Enter for "send"
  composer.addEventListener("keydown", (event) => {
    if (box.hidden || event.target !== text || event.isComposing) {
      return;
    }
    const acts = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: () => use(chosen()),
      Tab: () => use(chosen()),
      Escape: close,
    };
    if (acts[event.key] && (chosen() || event.key === "Escape")) {
      event.preventDefault();
      event.stopPropagation();
      acts[event.key]();
    }
  }, true);
})();
