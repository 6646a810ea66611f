// Live updates. Tells the document which conversations to look at again:
//   sylion:changed     detail.conversationId, or null: anything may have changed (after a gap, or very many at once)
//   sylion:connected   detail.connected true or false, for a hint that the page is not live
//   sylion:signed-out  the session has ended; no further attempt is made
(() => {
  const SIGNED_OUT = 4401;
  const REFUSED = 1008;
  const SILENCE = 60_000;
  const LONGEST_PAUSE = 30_000;

  let socket = null;
  let watch = 0;
  let again = 0;
  let failures = 0;
  let opened = false;
  let ended = false;

  const tell = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));

  const listen = () => {
    clearTimeout(watch);
    watch = setTimeout(() => socket.close(), SILENCE);
  };

  const hear = ({ data }) => {
    listen();
    const news = JSON.parse(data);
    if (news.everything) {
      tell("sylion:changed", { conversationId: null });
    } else {
      news.conversations.forEach((conversationId) => tell("sylion:changed", { conversationId }));
    }
  };

  const connect = () => {
    clearTimeout(again);
    const address = new URL("/live", document.baseURI);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    const line = new WebSocket(address);
    socket = line;
    line.addEventListener("open", () => {
      failures = 0;
      listen();
      tell("sylion:connected", { connected: true });
      if (opened) {
        tell("sylion:changed", { conversationId: null });
      }
      opened = true;
    });
    line.addEventListener("message", hear);
    line.addEventListener("close", ({ code }) => {
      if (line !== socket) {
        return;
      }
      clearTimeout(watch);
      tell("sylion:connected", { connected: false });
      if (code === SIGNED_OUT || code === REFUSED) {
        ended = true;
        tell("sylion:signed-out", {});
      } else {
        again = setTimeout(connect, Math.min(LONGEST_PAUSE, 500 * 2 ** failures++) * (0.5 + Math.random() / 2));
      }
    });
  };

  // a network that returns, a page that comes back from the browser's memory: no need to wait
  const hurry = () => {
    if (!ended && socket.readyState === WebSocket.CLOSED) {
      connect();
    }
  };
  window.addEventListener("online", hurry);
  window.addEventListener("pageshow", ({ persisted }) => persisted && hurry());

  connect();
})();
