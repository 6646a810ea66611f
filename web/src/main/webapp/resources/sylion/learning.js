// While the article is being indexed and its questions are asked again, the page looks every second what has come of it.
(() => {
  const part = document.getElementById('progress');
  let tries = 0;

  const working = () => part.querySelector('[data-working=true]') !== null;

  const look = async () => {
    if (!working() || tries++ > 120) {
      return;
    }
    try {
      const answer = await fetch(part.dataset.part, { headers: { Accept: 'text/html' }, redirect: 'error' });
      if (answer.ok) {
        const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
        part.replaceChildren(...fresh.body.childNodes);
        if (!working()) {
          // the state beside the title and the buttons follow
          location.reload();
        }
      }
    } catch {
      // the server restarts or the session has ended: the next attempt shows
    } finally {
      setTimeout(look, 1000);
    }
  };

  if (part) {
    setTimeout(look, 1000);
  }
})();
