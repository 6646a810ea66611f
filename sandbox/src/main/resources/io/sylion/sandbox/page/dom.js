// Small pieces that every part of the page uses: elements, icons, texts, calls, menus, the one dialog.
const SVG = "http://www.w3.org/2000/svg";
let texts = {};
export let language = "fr";

export const $ = id => document.getElementById(id);

export function el(tag, options = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") node.className = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "ic");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", "#i-" + name);
  svg.append(use);
  return svg;
}

export const svgNode = (tag, attributes) => {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
};

export async function loadTexts(wanted) {
  if (!texts.fr) texts = await (await fetch("texts.json")).json();
  language = texts[wanted] ? wanted : "fr";
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
  for (const node of document.querySelectorAll("[data-t-title]")) node.title = t(node.dataset.tTitle);
  document.title = "Sylion · " + t("title");
}

export function t(key, ...values) {
  const text = texts[language]?.[key];
  return text === undefined ? key : text.replace(/\{(\d)\}/g, (_, n) => values[n]);
}

export const known = key => texts[language]?.[key] !== undefined;

export async function call(method, path, body) {
  const form = body instanceof FormData;
  const response = await fetch("api/" + path, {
    method,
    body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    headers: body === undefined || form ? {} : { "Content-Type": "application/json" },
  });
  const type = response.headers.get("Content-Type") ?? "";
  const answer = response.status === 204 ? null : type.includes("json") ? await response.json() : await response.text();
  if (!response.ok) throw new Error(answer?.error ?? response.status);
  return answer;
}

let toastTimer;
export function toast(text) {
  $("toast").textContent = text;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => { $("toast").textContent = ""; }, 4000);
}

export const attempt = action => async (...given) => {
  try {
    await action(...given);
  } catch (error) {
    toast(t("failed", error.message));
  }
};

let closeMenu = () => {};

// entries: {label, icon?, run} or null for a line; shown beside the button that opened it
export function menu(button, entries, grid = false) {
  const wasOpen = button.getAttribute("aria-expanded") === "true";
  closeMenu();
  if (wasOpen) return;
  const box = el("div", { class: grid ? "menu grid" : "menu", role: "menu" });
  for (const entry of entries) {
    if (!entry) {
      box.append(el("hr"));
      continue;
    }
    box.append(el("button", { type: "button", role: "menuitem", "aria-label": entry.name, onclick: () => { closeMenu(); entry.run(); } },
      entry.icon ? icon(entry.icon) : null, entry.label));
  }
  document.querySelector("main").append(box);
  const at = button.getBoundingClientRect(), size = box.getBoundingClientRect();
  const below = at.bottom + size.height + 8 < innerHeight;
  box.style.left = Math.max(8, Math.min(at.left, innerWidth - size.width - 8)) + "px";
  box.style.top = Math.max(8, below ? at.bottom + 4 : at.top - size.height - 4) + "px";
  button.setAttribute("aria-expanded", "true");
  const items = [...box.querySelectorAll("button")];
  const keys = event => {
    const step = { ArrowDown: grid ? 6 : 1, ArrowUp: grid ? -6 : -1, ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") {
      closeMenu();
      button.focus();
      event.preventDefault();
    } else if (step) {
      items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
      event.preventDefault();
    }
  };
  const away = event => { if (!box.contains(event.target) && !button.contains(event.target)) closeMenu(); };
  document.addEventListener("keydown", keys, true);
  document.addEventListener("pointerdown", away, true);
  closeMenu = () => {
    box.remove();
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("keydown", keys, true);
    document.removeEventListener("pointerdown", away, true);
    closeMenu = () => {};
  };
  items[0]?.focus();
}

export function dialog(title, ...content) {
  $("dialog-title").textContent = title;
  $("dialog-body").replaceChildren(...content);
  $("dialog").showModal();
}

export const initials = name => name.split(/\s+/).filter(Boolean).map(word => word[0]).slice(0, 2).join("").toUpperCase();
export const clock = time => new Date(time).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

export function dayOf(time) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(time).setHours(0, 0, 0, 0)) / 86400000);
  if (days === 0) return t("today");
  if (days === 1) return t("yesterday");
  return new Date(time).toLocaleDateString(language, days < 7 ? { weekday: "long" } : { day: "numeric", month: "long" });
}
