// Drops files, shows how far each is, and keeps the list of documents fresh while something is at work.
(() => {
  const library = document.getElementById("library");
  const AT_WORK = 1500;
  const AT_REST = 20_000;
  const LARGEST = 20 * 1024 * 1024;
  const AT_ONCE = 2;

  // ---- the list ----

  let again = 0;
  const refresh = async () => {
    clearTimeout(again);
    let pause = AT_REST;
    try {
      const answer = await fetch(library.dataset.rows, { headers: { Accept: "text/html" }, redirect: "error" });
      if (answer.ok) {
        const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
        for (const part of fresh.querySelectorAll("[data-part]")) {
          const shown = library.querySelector(`[data-part="${part.dataset.part}"]`);
          // the focus stays where it is while nothing changes
          if (shown && shown.innerHTML !== part.innerHTML) {
            const focus = shown.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
            shown.innerHTML = part.innerHTML;
            if (focus) {
              shown.querySelector(`a[href="${CSS.escape(focus)}"]`)?.focus();
            }
          }
        }
        pause = library.querySelector("[data-working=true]") ? AT_WORK : AT_REST;
      }
    } catch {
      // the server restarts or the session has ended: the next attempt shows
    }
    again = setTimeout(refresh, pause);
  };
  if (document.getElementById("rows")) {
    again = setTimeout(refresh, library.querySelector("[data-working=true]") ? AT_WORK : AT_REST);
  }

  // ---- files ----

  const drop = document.getElementById("drop");
  if (!drop) {
    return;
  }
  const input = document.getElementById("files");
  const uploads = document.getElementById("uploads");
  const waiting = [];
  let sending = 0;

  const line = (file) => {
    const item = document.createElement("li");
    const name = document.createElement("b");
    name.className = "ell";
    name.textContent = file.name;
    const state = document.createElement("span");
    const progress = document.createElement("progress");
    progress.max = 100;
    progress.value = 0;
    progress.setAttribute("aria-label", file.name);
    item.append(name, state, progress);
    uploads.append(item);
    uploads.hidden = false;
    return { item, state, progress };
  };

  const end = ({ item, state, progress }, words, good) => {
    progress.remove();
    state.textContent = words;
    state.className = good ? "chip ok" : "chip bad";
    item.dataset.outcome = good ? "stored" : "refused";
    if (good) {
      setTimeout(() => {
        item.remove();
        uploads.hidden = !uploads.children.length;
      }, 4000);
    }
  };

  const send = (file, shown) => new Promise((done) => {
    if (file.size > LARGEST) {
      end(shown, drop.dataset.too_large, false);
      done();
      return;
    }
    shown.state.textContent = drop.dataset.sending;
    const body = new FormData();
    body.append("files", file, file.name);
    const request = new XMLHttpRequest();
    request.open("POST", drop.action);
    request.setRequestHeader("Accept", "application/json");
    request.upload.addEventListener("progress", (event) => {
      shown.progress.value = event.lengthComputable ? (100 * event.loaded) / event.total : 0;
    });
    request.addEventListener("loadend", () => {
      let refused = null;
      try {
        refused = JSON.parse(request.responseText).refused;
      } catch {
        // no answer of ours
      }
      if (request.status === 201) {
        end(shown, drop.dataset.stored, true);
      } else {
        end(shown, (refused && drop.dataset[refused.toLowerCase()]) || drop.dataset.failed, false);
      }
      done();
    });
    request.send(body);
  });

  const next = async () => {
    if (sending >= AT_ONCE || !waiting.length) {
      return;
    }
    sending++;
    const { file, shown } = waiting.shift();
    await send(file, shown);
    sending--;
    refresh();
    next();
  };

  const take = (files) => {
    for (const file of files) {
      waiting.push({ file, shown: line(file) });
    }
    for (let i = 0; i < AT_ONCE; i++) {
      next();
    }
  };

  input.addEventListener("change", () => {
    take([...input.files]);
    input.value = "";
  });

  // the whole page takes what is dropped: nobody should lose it to the browser for a miss of ten pixels
  const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  document.addEventListener("dragover", (event) => {
    if (carries(event)) {
      event.preventDefault();
      drop.classList.add("over");
    }
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) {
      drop.classList.remove("over");
    }
  });
  document.addEventListener("drop", (event) => {
    if (carries(event)) {
      event.preventDefault();
      drop.classList.remove("over");
      take([...event.dataTransfer.files]);
    }
  });
})();
