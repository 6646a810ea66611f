// Tells a member who looks elsewhere that a customer waits for a person: in the title, as a notification, with a sound. The last two are off
// until they are switched on, in this browser. A notification names the customer and says nothing of what they wrote: screens are seen by others.
(() => {
  const $ = (id) => document.getElementById(id);
  const words = $("words").dataset;
  const notify = $("notify");
  const sound = $("sound");
  const bare = document.title;

  const count = () => (document.title = $("waiting").textContent ? `(${$("waiting").textContent}) ${bare}` : bare);
  new MutationObserver(count).observe($("waiting"), { childList: true, characterData: true, subtree: true });
  count();

  const wanted = (box, key) => {
    box.checked = localStorage.getItem(key) === "yes";
    box.addEventListener("change", () => localStorage.setItem(key, box.checked ? "yes" : "no"));
  };
  wanted(notify, "sylion-notify");
  wanted(sound, "sylion-sound");

  const able = "Notification" in window;
  const dress = () => {
    const refused = !able || Notification.permission === "denied";
    notify.disabled = refused;
    notify.checked = notify.checked && able && Notification.permission === "granted";
    $("notifyRefused").hidden = !refused;
  };
  notify.addEventListener("change", async () => {
    if (notify.checked && Notification.permission !== "granted") {
      await Notification.requestPermission();
    }
    dress();
  });
  dress();

  const beep = () => {
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = 880;
    volume.gain.setValueAtTime(0.08, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + 0.4);
    tone.connect(volume).connect(audio.destination);
    tone.onended = () => audio.close();
    tone.start();
    tone.stop(audio.currentTime + 0.4);
  };

  const row = (id) => document.querySelector(`#rows .conv[data-id="${CSS.escape(id)}"]`);
  const unread = (of) => (of ? Number(of.dataset.unread) : 0);
  const needsPerson = (of) => of.querySelector('[data-chip="escalated"], [data-chip="nobody"], [data-chip="member"]') !== null;

  const known = new Map();
  const changed = new Set();
  const learn = () => document.querySelectorAll("#rows .conv").forEach((each) => known.set(each.dataset.id, unread(each)));
  learn();

  const tell = (of) => {
    if (notify.checked) {
      const told = new Notification(words.alert.replace("{0}", of.querySelector(".name").textContent), { tag: of.dataset.id, silent: true });
      told.onclick = () => {
        window.focus();
        of.click();
        told.close();
      };
    }
    if (sound.checked) {
      beep();
    }
  };

  document.addEventListener("sylion:changed", ({ detail }) => detail.conversationId && changed.add(detail.conversationId));
  document.addEventListener("sylion:listed", () => {
    changed.forEach((id) => {
      const of = row(id);
      if (of && !document.hasFocus() && unread(of) > (known.get(id) || 0) && needsPerson(of)) {
        tell(of);
      }
    });
    changed.clear();
    learn();
  });
})();
