// Draws one chat as the customer's phone shows it.
import { $, clock, dayOf, dialog, el, icon, known, language, menu, svgNode, t } from "./dom.js";

const MEDIA = ["image", "video", "audio", "document", "sticker"];
const REACTIONS = ["👍", "❤️", "😂", "😮", "😢", "🙏"];

// WhatsApp's marks: *bold*, _italics_, ~struck~, ```code```, and addresses
export function marked(text) {
  const line = el("span", { class: "tx" });
  const pattern = /```([^`]+)```|(?<![\p{L}\p{N}])\*([^*\n]+)\*(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])_([^_\n]+)_(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])~([^~\n]+)~(?![\p{L}\p{N}])|(https?:\/\/[^\s<>"]+)/gu;
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    line.append(text.slice(at, match.index));
    at = match.index + match[0].length;
    if (match[1]) line.append(el("code", {}, match[1]));
    else if (match[2]) line.append(el("b", {}, match[2]));
    else if (match[3]) line.append(el("i", {}, match[3]));
    else if (match[4]) line.append(el("s", {}, match[4]));
    else line.append(el("a", { href: match[5], target: "_blank", rel: "noreferrer noopener" }, match[5]));
  }
  line.append(text.slice(at));
  return line;
}

// one line that says what a message is, for lists and quotes
export function preview(message) {
  const part = message[message.type] ?? {};
  switch (message.type) {
    case "text": return (part.body ?? "").replace(/([*_~])(\S(?:[^*_~\n]*\S)?)\1/g, "$2");
    case "template": return message.text_shown || t("template");
    case "button": return part.text ?? "";
    case "interactive": return part.button_reply?.title ?? part.list_reply?.title ?? part.body?.text ?? t("kind.interactive");
    case "reaction": return part.emoji ?? "";
    case "document": return part.filename ?? t("kind.document");
    default: return part.caption || (known("kind." + message.type) ? t("kind." + message.type) : message.type);
  }
}

const address = part => part.id ? "api/media/" + encodeURIComponent(part.id) : null;

function player(part) {
  const sound = new Audio(address(part));
  sound.preload = "metadata";
  const wave = svgNode("svg", { class: "wave", viewBox: "0 0 130 20", "aria-hidden": "true" });
  let seed = [...String(part.id)].reduce((sum, char) => sum * 31 + char.charCodeAt(0) | 0, 7);
  const bars = [...Array(26).keys()].map(i => {
    seed = seed * 1103515245 + 12345 | 0;
    const height = i > 23 ? 5 : 5 + (seed >>> 16) % 13;
    return wave.appendChild(svgNode("rect", { x: i * 5, y: (20 - height) / 2, width: 2.5, height, rx: 1.25 }));
  });
  const length = el("span", { class: "s tnum" }, "0:00");
  const show = () => {
    const played = sound.duration ? sound.currentTime / sound.duration : 0;
    bars.forEach((bar, i) => bar.setAttribute("class", sound.currentTime > 0 && i / 26 >= played ? "un" : ""));
    const seconds = Math.round(sound.currentTime > 0 ? sound.currentTime : Number.isFinite(sound.duration) ? sound.duration : 0);
    length.textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
  };
  const button = el("button", { class: "pb", type: "button", "aria-label": t("play") }, icon("play"));
  const state = () => {
    button.replaceChildren(icon(sound.paused ? "play" : "pause"));
    button.setAttribute("aria-label", t(sound.paused ? "play" : "pause"));
  };
  button.addEventListener("click", () => sound.paused ? sound.play() : sound.pause());
  for (const event of ["play", "pause", "ended"]) sound.addEventListener(event, state);
  sound.addEventListener("timeupdate", show);
  sound.addEventListener("loadedmetadata", show);
  sound.addEventListener("ended", () => { sound.currentTime = 0; show(); });
  return el("div", { class: "vo" }, button, wave, length);
}

const KINDS = { "application/pdf": "PDF", "text/plain": "TXT" };
function about(part) {
  if (!part.mime_type) return part.link ? new URL(part.link).host : "";
  const size = part.shown_size;
  const amount = size === undefined ? "" : size < 1000 ? t("bytes", size) : size < 1e6 ? t("kilobytes", Math.round(size / 1000)) : t("megabytes", (size / 1e6).toLocaleString(language, { maximumFractionDigits: 1 }));
  return [KINDS[part.mime_type] ?? part.mime_type, amount].filter(Boolean).join(", ");
}

function attachment(part) {
  const name = part.filename ?? t("document");
  const target = address(part) ?? part.link;
  return el("a", { class: "att", href: target, target: "_blank", rel: "noreferrer noopener", "aria-label": t("download", name), download: part.id ? name : null },
    el("span", {}, icon("doc")), el("div", {}, el("b", {}, name), el("small", { class: "muted" }, about(part))), icon("down2"));
}

function card(symbol, title, text) {
  return el("div", { class: "att" }, el("span", {}, icon(symbol)), el("div", {}, el("b", {}, title), el("small", { class: "muted" }, text)));
}

function media(type, part) {
  if (type === "audio") return [player(part)];
  if (type === "document") return [attachment(part), part.caption ? marked(part.caption) : null];
  const source = address(part);
  if (!source) return [card("image", t("kind." + type), t("linkPicture", part.link ?? "")), part.caption ? marked(part.caption) : null];
  if (type === "sticker") return [el("img", { src: source, alt: t("sticker") })];
  const view = type === "image"
    ? el("img", { src: source, alt: part.caption || t("photo") })
    : el("video", { src: source, controls: true, preload: "metadata", "aria-label": part.caption || t("video") });
  return [el("span", { class: "pic" }, view), part.caption ? marked(part.caption) : null];
}

function interactive(part, message, tell) {
  if (part.button_reply || part.list_reply) return [marked((part.button_reply ?? part.list_reply).title ?? "")];
  if (part.nfm_reply) return [marked(part.nfm_reply.body ?? t("kind.interactive"))];
  const header = part.header?.type === "text" ? el("b", {}, part.header.text, el("br")) : part.header ? media(part.header.type, part.header[part.header.type])[0] : null;
  const content = [header, marked(part.body?.text ?? ""), part.footer?.text ? el("small", { class: "muted" }, el("br"), part.footer.text) : null];
  const action = part.action ?? {};
  const after = [];
  if (part.type === "button") {
    for (const button of action.buttons ?? []) {
      after.push(el("button", { class: "rb", type: "button", onclick: () => tell.choose("button_reply", { id: button.reply.id, title: button.reply.title }, message) }, button.reply.title));
    }
  } else if (part.type === "list") {
    after.push(el("button", { class: "rb", type: "button", onclick: () => list(action, message, tell) }, action.button ?? t("choose")));
  } else if (part.type === "cta_url") {
    after.push(el("a", { class: "rb", href: action.parameters?.url, target: "_blank", rel: "noreferrer noopener" }, action.parameters?.display_text ?? ""));
  }
  return [content, after];
}

function list(action, message, tell) {
  const rows = (action.sections ?? []).flatMap(section => [
    section.title ? el("h3", { class: "s muted" }, section.title) : null,
    ...section.rows.map(row => el("button", { class: "cat", type: "button", onclick: () => {
      $("dialog").close();
      tell.choose("list_reply", { id: row.id, title: row.title, description: row.description }, message);
    } }, el("span", {}, el("b", {}, row.title), el("span", { class: "s muted" }, row.description ?? "")))),
  ]).filter(Boolean);
  dialog(action.button ?? t("choose"), ...rows);
}

function content(message, tell) {
  const type = message.type, part = message[type] ?? {};
  if (type === "text") return [[marked(part.body ?? "")], []];
  if (MEDIA.includes(type)) return [media(type, part), []];
  if (type === "interactive") {
    const [inside, after = []] = interactive(part, message, tell);
    return Array.isArray(inside) ? [inside, after] : [[inside], []];
  }
  if (type === "template") return [[marked(message.text_shown || part.name)], []];
  if (type === "button") return [[marked(part.text ?? "")], []];
  if (type === "location") return [[card("pin", part.name ?? t("location"), part.address ?? `${part.latitude}, ${part.longitude}`)], []];
  if (type === "contacts") return [[].concat(part).map(each => card("user", each?.name?.formatted_name ?? "?", each?.phones?.[0]?.phone ?? "")), []];
  return [[el("i", { class: "muted" }, t("notSupported", type))], []];
}

export function ticks(tick) {
  if (!tick) return null;
  const symbol = { clock: "clock", sent: "tick", delivered: "ticks", read: "ticks", failed: "alert" }[tick] ?? "tick";
  return el("span", { class: "tk " + tick, role: "img", "aria-label": t("tick." + tick) }, icon(symbol));
}

function bubble(message, chat, tell) {
  const [inside, after] = content(message, tell);
  const quoted = message.quoted && chat.find(other => other.id === message.quoted);
  const classes = ["m", message.mine ? "out" : "", after.length ? "wbt" : "", message.type === "sticker" ? "stk" : "", message.tick === "failed" ? "bad" : "", message.reactions ? "reacted" : ""];
  const node = el("div", { class: classes.filter(Boolean).join(" "), id: "m-" + message.id },
    quoted ? el("span", { class: "qt" }, preview(quoted)) : null,
    ...inside.flat(),
    el("footer", { class: "tnum" }, clock(message.time), message.mine ? ticks(message.tick) : null),
    ...after,
    message.reactions ? el("span", { class: "rx" }, message.reactions) : null);
  if (!message.mine) {
    const button = el("button", { class: "ib act", type: "button", "aria-haspopup": "menu", "aria-label": t("actions") }, icon("dots"));
    button.addEventListener("click", () => menu(button, [
      ...REACTIONS.map(emoji => ({ label: emoji, name: emoji, run: () => tell.react(message, message.reactions === emoji ? "" : emoji) })),
      { label: "↩", name: t("reply"), run: () => tell.quote(message) },
    ], true));
    node.append(button);
  }
  return node;
}

// bubbles that stay as they are keep their element: a playing sound plays on, a picture is not loaded again
let drawn = new Map();
function kept(message, chat, tell, next) {
  const quoted = message.quoted && chat.find(other => other.id === message.quoted);
  const look = language + JSON.stringify(message) + (quoted ? preview(quoted) : "");
  const known = drawn.get(message.id);
  const entry = known?.look === look ? known : { look, node: bubble(message, chat, tell) };
  next.set(message.id, entry);
  return entry.node;
}

export function draw(messages, typing, business, tell) {
  const box = $("chat");
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
  const shown = [];
  for (const message of messages) {
    if (message.type === "reaction") {
      const target = messages.find(other => other.id === message.reaction?.message_id);
      if (target) target.reactions = message.reaction.emoji || undefined;
    }
  }
  let day = "";
  const next = new Map();
  for (const message of messages) {
    if (message.type === "reaction") continue;
    if (dayOf(message.time) !== day) {
      day = dayOf(message.time);
      const entry = drawn.get("day " + day) ?? { node: el("span", { class: "day s" }, day) };
      next.set("day " + day, entry);
      shown.push(entry.node);
    }
    shown.push(kept(message, messages, tell, next));
  }
  if (typing) shown.push(el("div", { class: "m ty", role: "status", "aria-label": t("writes", business) }, el("i"), el("i"), el("i")));
  drawn = next;
  // only what differs is touched, so that an element in use stays in the page
  shown.forEach((node, at) => { if (box.childNodes[at] !== node) box.insertBefore(node, box.childNodes[at] ?? null); });
  while (box.childNodes.length > shown.length) box.lastChild.remove();
  if (atEnd) box.scrollTop = box.scrollHeight;
}
