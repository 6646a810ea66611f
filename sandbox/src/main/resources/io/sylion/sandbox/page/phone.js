// The phone page: customers on the left, the phone of the chosen one, faults and journal on the right.
import { $, attempt, call, clock, dayOf, dialog, el, icon, initials, known, language, loadTexts, menu, t, toast } from "./dom.js";
import { draw, preview } from "./chat.js";
import * as panel from "./panel.js";

const EMOJI = ["😀", "😂", "😍", "😉", "🤔", "😢", "😡", "👍", "👎", "🙏", "👏", "💪", "❤️", "🎉", "🔥", "✨", "👗", "👟", "📦", "🚚", "💳", "⏰", "✅", "❌"];
const state = { channels: [], customers: [], channel: null, customer: null, messages: [], typing: 0, lastInbound: 0, quoted: null, unread: {}, application: "" };
const here = () => `channel=${encodeURIComponent(state.channel)}`;
const person = () => state.customers.find(each => each.id === state.customer);
const channel = () => state.channels.find(each => each.id === state.channel);
const firstName = name => name.split(" ")[0];
const phoneText = digits => digits.startsWith("33") ? "+33 " + digits[2] + digits.slice(3).replace(/(\d{2})/g, " $1")
  : "+" + digits.replace(/^(1|7|\d\d)(\d+)$/, "$1 $2").replace(/ (\d{4})(\d{3})(\d+)$/, " $1 $2 $3");
const writeAs = name => language === "fr" && /^[aeiouyhéèêàâîôAEIOUYHÉÈÊÀÂÎÔ]/.test(name) ? t("writeAs", name).replace("que " + name, "qu’" + name) : t("writeAs", name);
const phoneOf = name => language === "fr" && /^[aeiouyhéèêàâîôAEIOUYHÉÈÊÀÂÎÔ]/.test(name) ? t("phoneOf", name).replace("de " + name, "d’" + name) : t("phoneOf", name);

function drawCustomers() {
  const focused = document.activeElement?.dataset?.customer;
  $("count").textContent = state.customers.length;
  $("customers").replaceChildren(...state.customers.map((each, index) => {
    const unread = state.unread[each.id + "@" + state.channel] ?? 0;
    const closed = each.last_inbound && Date.now() - each.last_inbound > 86400000;
    const tag = each.tag === "closed" && !closed ? "new" : closed ? "closed" : each.tag;
    const kind = tag === "closed" ? "chip bad" : tag === "upset" ? "chip warn" : "chip";
    const last = each.last;
    const time = last ? (new Date(last.time).toDateString() === new Date().toDateString() ? clock(last.time) : dayOf(last.time)) : closed ? dayOf(each.last_inbound) : "";
    return el("li", {}, el("button", { class: "cu", type: "button", "data-customer": each.id, "aria-current": each.id === state.customer ? "true" : "false", onclick: () => choose(each.id, true) },
      el("span", { class: "avatar c" + index % 8, "aria-hidden": "true" }, initials(each.name)),
      el("b", {}, each.name), el("span", { class: "s muted tnum" }, time),
      el("span", { class: last ? "line" : "line idea" }, last ? preview(last) : each.suggestion),
      el("span", { class: "mt" }, el("span", { class: kind }, known("tag." + tag) ? t("tag." + tag) : tag),
        el("span", { class: "s muted tnum ph" }, each.hides_phone ? each.user_id : phoneText(each.phone)),
        unread ? el("span", { class: "n tnum", "aria-label": t("unread", unread) }, unread) : null)));
  }));
  if (focused) document.querySelector(`[data-customer="${CSS.escape(focused)}"]`)?.focus();
}

function drawPhone() {
  const one = person(), business = channel()?.business ?? "";
  if (!one) return;
  $("stage").setAttribute("aria-label", phoneOf(one.name));
  $("biz").textContent = business;
  $("biz-avatar").textContent = initials(business);
  const typing = state.typing > Date.now();
  $("biz-state").textContent = typing ? t("typing") : t("online");
  $("text").placeholder = writeAs(firstName(one.name));
  $("quote").hidden = !state.quoted;
  $("quote-text").textContent = state.quoted ? preview(state.quoted) : "";
  draw(state.messages, typing, business, { choose: choice, react, quote });
  if (state.messages.length === 0 && !typing) {
    $("chat").replaceChildren(el("div", { class: "void" }, el("p", {}, t("startAs", firstName(one.name))),
      el("button", { class: "btn", type: "button", onclick: () => { $("text").value = one.suggestion; $("text").focus(); } }, one.suggestion)));
  }
  drawCaption();
}

// many events of one moment are drawn once
function soon(draw) {
  let asked = false;
  return () => {
    if (!asked) requestAnimationFrame(() => { asked = false; draw(); });
    asked = true;
  };
}
const drawCustomersSoon = soon(drawCustomers);
let toEnd = false;
const drawPhoneSoon = soon(() => {
  drawPhone();
  if (toEnd) $("chat").scrollTop = $("chat").scrollHeight;
  toEnd = false;
});
function drawSoon(end) {
  toEnd ||= end;
  drawPhoneSoon();
}

function drawCaption() {
  const one = person();
  if (!one) return;
  const left = state.lastInbound + 86400000 - Date.now();
  const key = !state.lastInbound ? "windowNone" : left > 0 ? "windowOpen" : "windowClosed";
  const hours = Math.floor(left / 3600000), minutes = String(Math.floor(left % 3600000 / 60000)).padStart(2, "0");
  const parts = t(key, "\u0001", t("hours", hours, minutes)).split("\u0001");
  $("caption").replaceChildren(parts[0], el("b", {}, one.name), parts[1] ?? "");
  $("clock").textContent = clock(Date.now());
}

function drawLink(connected) {
  $("link").className = connected ? "chip ok" : "chip warn wait";
  $("link-word").textContent = t(connected ? "connected" : "connecting");
  $("link-where").textContent = connected ? t("connectedTo", state.application.replace(/^https?:\/\//, "")) : "";
}

async function loadState() {
  const known = state.channel ? `?${here()}` : "";
  const loaded = await call("GET", "state" + known).catch(() => call("GET", "state"));
  Object.assign(state, { channels: loaded.channels, customers: loaded.customers, channel: loaded.channel, application: loaded.application });
  if (!person()) state.customer = state.customers.find(each => each.id === "amelie")?.id ?? state.customers[0]?.id;
  $("channel").replaceChildren(...state.channels.map(each => el("option", { value: each.id, selected: each.id === state.channel }, channelName(each))));
  panel.show(loaded.knobs);
  drawLink(stream.readyState === EventSource.OPEN);
  await loadChat();
  drawCustomers();
}

const channelName = each => `${each.business}, ${phoneText(each.number)} (${each.dialect === "cloud" ? "Cloud API" : "360dialog"})`;

async function loadChat() {
  const chat = await call("GET", `customers/${encodeURIComponent(state.customer)}?${here()}`);
  Object.assign(state, { messages: chat.messages, lastInbound: chat.last_inbound, typing: chat.typing_millis > 0 ? Date.now() + chat.typing_millis : 0 });
  delete state.unread[state.customer + "@" + state.channel];
  drawPhone();
  $("chat").scrollTop = $("chat").scrollHeight;
}

async function choose(id, open) {
  state.customer = id;
  state.quoted = null;
  localStorage.setItem("sandbox.customer", id);
  if (open) pane("phone");
  await loadChat();
  drawCustomers();
}

function pane(name) {
  document.querySelector(".lab3").dataset.pane = name;
  for (const button of document.querySelectorAll(".bn button")) button.setAttribute("aria-pressed", button.dataset.pane === name ? "true" : "false");
  $("chat").scrollTop = $("chat").scrollHeight;
}

const send = attempt(async message => {
  if (state.quoted) message.quoted = state.quoted.id;
  state.quoted = null;
  await call("POST", `customers/${encodeURIComponent(state.customer)}/messages?${here()}`, message);
});
const choice = (type, reply, message) => send({ type: "interactive", interactive: { type, [type]: reply }, quoted: message.id });
const react = (message, emoji) => send({ type: "reaction", reaction: { message_id: message.id, emoji } });
function quote(message) {
  state.quoted = message;
  drawPhone();
  $("text").focus();
}

const upload = attempt(async file => {
  if (file.size > 100 * 1024 * 1024) return toast(t("tooLarge"));
  const form = new FormData();
  form.append("file", file);
  if ($("text").value.trim()) form.append("caption", $("text").value.trim());
  $("text").value = "";
  await call("POST", `customers/${encodeURIComponent(state.customer)}/messages?${here()}`, form);
});

function attachMenu() {
  const caption = () => {
    const text = $("text").value.trim();
    $("text").value = "";
    return text || undefined;
  };
  menu($("attach"), [
    { label: t("photo"), icon: "image", run: () => send({ type: "image", image: { caption: caption() } }) },
    { label: t("voice"), icon: "mic", run: () => send({ type: "audio", audio: { voice: true } }) },
    { label: t("document"), icon: "doc", run: () => send({ type: "document", document: { caption: caption() } }) },
    { label: t("video"), icon: "video", run: () => send({ type: "video", video: { caption: caption() } }) },
    { label: t("sticker"), icon: "smile", run: () => send({ type: "sticker", sticker: {} }) },
    { label: t("location"), icon: "pin", run: () => send({ type: "location", location: { latitude: 48.8606, longitude: 2.3376, name: "Musée du Louvre", address: "Rue de Rivoli, 75001 Paris" } }) },
    { label: t("contact"), icon: "user", run: () => send({ type: "contacts", contacts: [{ name: { formatted_name: "Paul Martin", first_name: "Paul" }, phones: [{ phone: "+33 6 00 00 00 09", type: "CELL" }] }] }) },
    null,
    { label: t("upload"), icon: "clip", run: () => $("file").click() },
    { label: t("catalogue"), icon: "flask", run: attempt(catalogue) },
  ]);
}

async function catalogue() {
  const samples = await call("GET", "samples");
  const list = el("div", {});
  const show = () => {
    const wanted = search.value.toLowerCase();
    list.replaceChildren(...samples.filter(each => (each.name + " " + each.about + " " + each.group).toLowerCase().includes(wanted)).map(each => {
      const verdict = el("span", { class: "chip" }, each.group);
      return el("button", { class: "cat", type: "button", onclick: attempt(async () => {
        const result = await call("POST", `samples/${encodeURIComponent(each.name)}/send?${here()}&customer=${encodeURIComponent(state.customer)}`);
        verdict.textContent = result.status || "—";
        verdict.className = result.status === 200 ? "chip ok" : "chip bad";
        toast(t("answered", result.status, result.millis));
      }) }, el("span", {}, el("b", {}, each.name), el("span", { class: "s muted" }, each.about)), verdict);
    }));
  };
  const search = el("input", { type: "search", oninput: show });
  show();
  dialog(t("catalogueTitle"), el("label", {}, t("search"), search), list);
}

function newCustomer() {
  const name = el("input", { type: "text", required: true, maxlength: 60, autocomplete: "off" });
  const phone = el("input", { type: "tel", maxlength: 20, autocomplete: "off", placeholder: t("phoneHint") });
  const hides = el("input", { type: "checkbox" }), none = el("input", { type: "checkbox" });
  const form = el("form", { onsubmit: attempt(async event => {
    event.preventDefault();
    const added = await call("POST", "customers", { name: name.value, phone: phone.value || undefined, hides_phone: hides.checked, has_whatsapp: !none.checked });
    $("dialog").close();
    await loadState();
    await choose(added.id, true);
  }) },
  el("label", {}, t("name"), name), el("label", {}, t("phone"), phone),
  el("label", { class: "tick" }, hides, t("hidesPhone")), el("label", { class: "tick" }, none, t("noWhatsapp")),
  el("div", { class: "foot" }, el("button", { class: "btn", type: "button", onclick: () => $("dialog").close() }, t("cancel")), el("button", { class: "btn primary", type: "submit" }, t("create"))));
  dialog(t("newTitle"), form);
  name.focus();
}

function optionsMenu() {
  const closed = state.lastInbound && Date.now() - state.lastInbound > 86400000;
  menu($("options"), [
    ...state.channels.slice(0, 8).map(each => ({ label: channelName(each), icon: each.id === state.channel ? "check" : "phone", run: () => chooseChannel(each.id) })),
    null,
    { label: t(closed ? "openWindow" : "closeWindow"), icon: "clock", run: attempt(async () => { await call("PUT", `customers/${encodeURIComponent(state.customer)}?${here()}`, { hours_ago: closed ? 0 : 26 }); await loadState(); }) },
    null,
    { label: t("switchLanguage"), icon: "list", run: switchLanguage },
    { label: t("theme"), icon: "theme", run: switchTheme },
    { label: t("reset"), icon: "undo", run: reset },
  ]);
}

const chooseChannel = attempt(async id => {
  state.channel = id;
  localStorage.setItem("sandbox.channel", id);
  await loadState();
});

const reset = attempt(async () => { if (confirm(t("resetAsk"))) await call("POST", "reset"); });

function switchTheme() {
  const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  localStorage.setItem("sandbox.theme", next);
}

const switchLanguage = attempt(async () => {
  const next = language === "fr" ? "en" : "fr";
  localStorage.setItem("sandbox.language", next);
  await speak(next);
  await panel.load();
  await loadState();
});

async function speak(wanted) {
  await loadTexts(wanted);
  $("language").textContent = t("otherLanguage");
  $("language").setAttribute("aria-label", t("otherLanguage") + ", " + t("switchLanguage"));
  drawLink(stream?.readyState === EventSource.OPEN);
}

let stream, again;
function listen() {
  stream = new EventSource("api/events");
  const on = (name, action) => stream.addEventListener(name, event => action(event.data ? JSON.parse(event.data) : null));
  const shown = event => event.customer === state.customer && event.channel === state.channel;
  const reload = () => { clearTimeout(again); again = setTimeout(attempt(loadState), 60); };
  stream.onopen = attempt(async () => { drawLink(true); await panel.load(); await loadState(); });
  // while the server starts it may answer 404 or 503: the browser then gives up, the page does not
  stream.onerror = () => {
    drawLink(false);
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
  };
  on("message", event => {
    const one = state.customers.find(each => each.id === event.customer);
    if (one && event.channel === state.channel) {
      if (event.message.type !== "reaction") one.last = event.message;
      if (event.message.mine) one.last_inbound = event.message.time;
    }
    if (shown(event)) {
      const at = state.messages.findIndex(each => each.id === event.message.id);
      if (at >= 0) state.messages[at] = event.message; else state.messages.push(event.message);
      if (event.message.mine) state.lastInbound = event.message.time; else state.typing = 0;
      drawSoon(event.message.mine);
    } else if (!event.message.mine) {
      const key = event.customer + "@" + event.channel;
      state.unread[key] = (state.unread[key] ?? 0) + 1;
    }
    drawCustomersSoon();
  });
  on("tick", event => {
    const message = shown(event) && state.messages.find(each => each.id === event.id);
    if (message) {
      message.tick = event.tick;
      if (message.mine) drawSoon(false);
    }
  });
  on("typing", event => {
    if (!shown(event)) return;
    state.typing = Date.now() + event.millis;
    drawPhone();
    setTimeout(() => { if (state.typing && state.typing <= Date.now()) { state.typing = 0; drawPhone(); } }, event.millis + 50);
  });
  on("journal", panel.add);
  on("journal-cleared", panel.empty);
  on("knobs", panel.show);
  on("customers", reload);
  on("reload", reload);
}

function wire() {
  $("composer").addEventListener("submit", event => {
    event.preventDefault();
    const text = $("text").value.trim();
    $("text").value = "";
    if (text) send({ type: "text", text });
  });
  $("attach").addEventListener("click", attachMenu);
  $("emoji").addEventListener("click", () => menu($("emoji"), EMOJI.map(each => ({ label: each, name: each, run: () => { $("text").setRangeText(each, $("text").selectionStart, $("text").selectionEnd, "end"); $("text").focus(); } })), true));
  $("file").addEventListener("change", () => { for (const file of $("file").files) upload(file); $("file").value = ""; });
  $("quote-off").addEventListener("click", () => { state.quoted = null; drawPhone(); $("text").focus(); });
  $("options").addEventListener("click", optionsMenu);
  $("new-customer").addEventListener("click", newCustomer);
  $("back").addEventListener("click", () => pane("customers"));
  $("dialog-close").addEventListener("click", () => $("dialog").close());
  $("channel").addEventListener("change", () => chooseChannel($("channel").value));
  $("theme").addEventListener("click", switchTheme);
  $("language").addEventListener("click", switchLanguage);
  $("reset").addEventListener("click", reset);
  for (const button of document.querySelectorAll(".bn button")) button.addEventListener("click", () => pane(button.dataset.pane));
  setInterval(drawCaption, 30000);
}

const asked = new URLSearchParams(location.search);
document.documentElement.dataset.theme = asked.get("theme") ?? localStorage.getItem("sandbox.theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
state.channel = asked.get("channel") ?? localStorage.getItem("sandbox.channel");
state.customer = asked.get("customer") ?? localStorage.getItem("sandbox.customer");
await speak(asked.get("lang") ?? localStorage.getItem("sandbox.language") ?? (navigator.language.startsWith("en") ? "en" : "fr"));
wire();
panel.start();
panel.empty();
pane(asked.get("pane") ?? "phone");
listen();
