// What every page can do: forms that prove where they come from, menus that close, a password that can be looked at, the theme button.
(() => {
  // a form of this page proves with the page's nonce that it was drawn by it
  const nonce = document.currentScript.nonce;
  const prove = (form) => {
    if (!form.elements["primefaces.nonce"]) {
      const proof = document.createElement("input");
      proof.type = "hidden";
      proof.name = "primefaces.nonce";
      proof.value = nonce;
      form.append(proof);
    }
  };
  document.querySelectorAll("form[method=post]").forEach(prove);
  document.addEventListener("submit", (event) => {
    if (event.target.method === "post") {
      prove(event.target);
    }
    // the page may have moved on without being loaded anew
    if (event.target.matches(".stays")) {
      event.target.action = location.pathname + location.search;
    }
  }, true);

  // an address says what was asked, not what was left open
  document.addEventListener("formdata", (event) => {
    if (event.target.method === "get") {
      [...event.formData].filter(([, value]) => value === "").forEach(([name]) => event.formData.delete(name));
    }
  });

  document.addEventListener("click", (event) => {
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      document.querySelectorAll("details.menu[open]").forEach((menu) => {
        menu.open = false;
        menu.querySelector("summary").focus();
      });
    }
  });

  const show = document.getElementById("show");
  if (show) {
    show.addEventListener("click", () => {
      const password = document.getElementById(show.getAttribute("aria-controls"));
      const hidden = password.type === "password";
      password.type = hidden ? "text" : "password";
      show.setAttribute("aria-pressed", String(hidden));
      show.lastElementChild.textContent = hidden ? show.dataset.hide : show.dataset.show;
    });
  }
})();
