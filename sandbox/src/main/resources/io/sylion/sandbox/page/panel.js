// The right column: faults and the live journal.
import { $, attempt, call, el, icon, known, t, toast } from "./dom.js";

const COUNTS = [[1, "times"], [3, "times"], [10, "times"], [-1, "always"]];
const seconds = (...values) => values.map(value => [value, value < 1000 ? "millis" : "seconds"]);

// on: is it active; set: what to put when switched on with a value; off: what to put when switched off
const counted = name => ({ name, values: COUNTS, usual: 1, on: k => k[name] !== 0, value: k => k[name], set: value => ({ [name]: value }), off: { [name]: 0 } });
const plain = name => ({ name, on: k => k[name], set: () => ({ [name]: true }), off: { [name]: false } });
const MAIN = [
  counted("sendError500"),
  { name: "sendError429", values: [[1, "seconds"], [5, "seconds"], [30, "seconds"]], usual: 5, on: k => k.sendError429 !== 0, value: k => k.retryAfterSeconds, set: value => ({ sendError429: -1, retryAfterSeconds: value }), off: { sendError429: 0 } },
  { name: "webhookDelayMillis", values: seconds(200, 800, 2000, 10000), usual: 800, on: k => k.webhookDelayMillis !== 0, value: k => k.webhookDelayMillis, set: value => ({ webhookDelayMillis: value }), off: { webhookDelayMillis: 0 } },
  { name: "duplicatePercent", values: [[20, "percent"], [50, "percent"], [100, "percent"]], usual: 20, on: k => k.duplicatePercent !== 0, value: k => k.duplicatePercent, set: value => ({ duplicatePercent: value }), off: { duplicatePercent: 0 } },
  { name: "disorder", values: seconds(500, 2000, 10000), usual: 2000, on: k => k.statuses === "disordered", value: k => k.disorderMillis, set: value => ({ statuses: "disordered", disorderMillis: value }), off: { statuses: "ordered" } },
];
const code = values => values.map(value => [value, "{0}"]);
const PROVIDER = [
  { name: "sendErrorCode", values: code([131056, 131026, 131047, 131000, 131016, 368, 190]), usual: 131056, on: k => k.sendErrorTimes !== 0 && k.sendErrorCode !== 0, value: k => k.sendErrorCode, set: value => ({ sendErrorCode: value, sendErrorTimes: 1 }), off: { sendErrorTimes: 0, sendErrorCode: 0 } },
  ...["sendRefuse", "sendCut", "sendTimeout"].map(counted),
  { name: "failCode", values: code([131047, 131026, 131049, 131000]), usual: 131047, on: k => k.failTimes !== 0, value: k => k.failCode || 131047, set: value => ({ failCode: value, failTimes: 1 }), off: { failTimes: 0 } },
  { name: "unconfirmed", on: k => k.statuses === "none", set: () => ({ statuses: "none" }), off: { statuses: "ordered" } },
  { name: "statusDelayMillis", values: seconds(2000, 10000, 60000), usual: 10000, on: k => k.statusDelayMillis >= 1000, value: k => k.statusDelayMillis, set: value => ({ statusDelayMillis: value }), off: { statusDelayMillis: 200 } },
  { name: "messages", on: k => k.messages === "disordered", set: () => ({ messages: "disordered" }), off: { messages: "ordered" } },
  counted("mediaError"), plain("statusBeforeResponse"), plain("badSignature"), plain("tokenExpired"), plain("pairLimit"),
];
const MODEL = [
  { name: "modelDelayMillis", values: seconds(800, 3000, 10000, 30000), usual: 3000, on: k => k.modelDelayMillis !== 0, value: k => k.modelDelayMillis, set: value => ({ modelDelayMillis: value }), off: { modelDelayMillis: 0 } },
  ...["model429", "model500", "model503", "modelTimeout", "modelBlocked", "modelMaxTokens", "modelMalformed", "modelSafety", "modelCut"].map(counted),
  { name: "modelEscalate", on: k => k.modelEscalate, set: () => ({ modelEscalate: true }), off: { modelEscalate: false } },
  { name: "modelReply", text: true, on: k => k.modelReply !== "", value: k => k.modelReply, set: value => ({ modelReply: value }), off: { modelReply: "" } },
];
const chosen = new Map();
let knobs = {};

function label([value, unit]) {
  if (unit === "{0}") return String(value);
  return t(unit, unit === "seconds" && value >= 500 ? value / 1000 : value);
}

function row(fault) {
  const on = Boolean(fault.on(knobs));
  const current = on && fault.value ? fault.value(knobs) : chosen.get(fault.name) ?? fault.usual;
  const change = attempt(async () => show(await call("PUT", "knobs", box.checked ? fault.set(picked()) : fault.off)));
  const box = el("input", { class: "sw", type: "checkbox", role: "switch", "aria-labelledby": "k-" + fault.name, id: "sw-" + fault.name, onchange: change });
  box.checked = on;
  let select = null;
  const picked = () => select ? fault.text ? select.value : Number(select.value) : undefined;
  if (fault.text) {
    select = el("input", { class: "val", type: "text", value: current ?? "", placeholder: t("v." + fault.name), "aria-label": t("k." + fault.name) + " : " + t("v." + fault.name), onchange: () => {
      chosen.set(fault.name, select.value);
      if (box.checked) change();
    } });
  }
  if (fault.values) {
    select = el("select", { class: "val tnum", "aria-label": t("k." + fault.name) + " : " + t("v." + fault.name), onchange: () => {
      chosen.set(fault.name, picked());
      if (box.checked) change();
    } });
    const values = fault.values.some(([value]) => value === current) ? fault.values : [[current, fault.values[0][1]], ...fault.values];
    for (const each of values) select.append(el("option", { value: each[0], selected: each[0] === current }, label(each)));
  }
  return el("li", { class: on ? "kb on" : "kb" },
    el("div", { class: "kt" }, el("b", { id: "k-" + fault.name }, t("k." + fault.name)), el("span", { class: "s muted" }, t("d." + fault.name))), select, box);
}

export function show(next) {
  const focused = document.activeElement?.id;
  knobs = next;
  $("knobs").replaceChildren(...MAIN.map(row));
  $("knobs-more").replaceChildren(
    el("li", {}, el("h3", {}, t("g.provider"))), ...PROVIDER.map(row), el("li", {}, el("h3", {}, t("g.model"))), ...MODEL.map(row));
  const active = [...MAIN, ...PROVIDER, ...MODEL].filter(fault => fault.on(knobs)).length;
  const hidden = [...PROVIDER, ...MODEL].filter(fault => fault.on(knobs)).length;
  $("active").hidden = active === 0;
  $("active").className = "chip warn tnum";
  $("active").textContent = t(active === 1 ? "activeOne" : "activeMany", active);
  $("more-active").hidden = hidden === 0;
  $("more-active").textContent = hidden;
  $("faults-off").hidden = active === 0;
  if (focused?.startsWith("sw-")) $(focused)?.focus();
}

let waiting = [], drawing = false, refresh;
const SIGNS = { out: "out", in: "in", dup: "copy", err: "alert" };

function line(entry) {
  const failed = entry.direction === "err";
  const key = "j." + entry.kind + (failed && known("j." + entry.kind + ".err") ? ".err" : "");
  const time = new Date(entry.time);
  const sign = entry.direction === "ai" ? el("span", { class: "aim" }, "✦") : icon(SIGNS[entry.direction] ?? "out");
  const detail = (entry.error ? entry.error : entry.detail) || "";
  return el("li", { class: failed ? "err" : entry.direction, title: entry.error ?? null },
    el("span", { class: "dir" }, sign),
    el("div", { class: "lb" }, el("b", {}, known(key) ? t(key) : entry.kind), el("span", { class: "s muted el" }, short(detail))),
    el("div", { class: "lr" }, entry.status ? el("span", { class: (entry.status < 300 ? "chip ok" : "chip bad") + " tnum" }, entry.status) : null,
      entry.millis ? el("span", { class: "s muted tnum" }, t("millis", entry.millis)) : null),
    el("span", { class: "s muted tnum ts" }, time.toLocaleTimeString("fr", { hour12: false }) + "." + String(time.getMilliseconds()).padStart(3, "0")));
}

const short = text => text.replace(/wamid\.\S+/g, id => "wamid…" + id.replace(/=+$/, "").slice(-6));

function flush() {
  drawing = false;
  const list = $("journal");
  list.querySelector(".none")?.remove();
  list.prepend(...waiting.slice(-150).reverse().map(line));
  waiting = [];
  while (list.children.length > 150) list.lastChild.remove();
}

export function add(entry) {
  waiting.push(entry);
  if (!drawing) {
    drawing = true;
    requestAnimationFrame(flush);
  }
  if (entry.direction === "err" && !refresh) {
    refresh = setTimeout(async () => { refresh = null; show(await call("GET", "knobs")); }, 300);
  }
}

export function empty() {
  waiting = [];
  $("journal").replaceChildren(el("li", { class: "none s" }, t("journalEmpty")));
}

export async function load() {
  empty();
  (await call("GET", "journal")).forEach(add);
}

export function start() {
  $("faults-off").addEventListener("click", attempt(async () => { chosen.clear(); show(await call("DELETE", "knobs")); $("sw-sendError500").focus(); }));
  $("clear").addEventListener("click", attempt(() => call("DELETE", "journal")));
  $("curl").addEventListener("click", attempt(async () => {
    const last = (await call("GET", "journal")).filter(entry => entry.replayable).at(-1);
    if (!last) return toast(t("curlNone"));
    await navigator.clipboard.writeText(await call("GET", `journal/${last.seq}/curl`));
    toast(t("curlDone"));
  }));
}
