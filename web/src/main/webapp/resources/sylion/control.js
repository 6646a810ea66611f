// Rules: the dialog opens when the server has drawn it and gives the focus back when it is gone; a draft is not left by accident.
(() => {
  const editor = document.getElementById("editor").parentElement;
  let opener = null;

  const look = () => {
    const dialog = editor.querySelector("dialog[data-show]");
    if (dialog && !dialog.open) {
      opener ??= document.activeElement && document.activeElement.id;
      dialog.showModal();
      dialog.addEventListener("cancel", (event) => {
        // the server must know as well
        event.preventDefault();
        dialog.querySelector("[data-cancel]").click();
      });
    } else if (!dialog && opener) {
      const back = document.getElementById(opener) || document.getElementById("rules:add");
      opener = null;
      if (back) {
        back.focus();
      }
    }
  };
  new MutationObserver(look).observe(editor, { childList: true, subtree: true });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-download]");
    if (button) {
      const file = document.createElement("a");
      file.href = URL.createObjectURL(new Blob([document.getElementById(button.dataset.download).value], { type: "application/json" }));
      file.download = button.dataset.name;
      file.click();
      URL.revokeObjectURL(file.href);
    }
  });
  document.addEventListener("change", async (event) => {
    const into = event.target.dataset.into;
    if (into && event.target.files.length) {
      document.getElementById(into).value = await event.target.files[0].text();
      event.target.value = "";
    }
  });

  window.addEventListener("beforeunload", (event) => {
    if (document.querySelector('[data-changed="true"]')) {
      event.preventDefault();
    }
  });
})();
