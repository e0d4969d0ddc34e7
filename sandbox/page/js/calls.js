/** The tab with every Bot API call: newest on top, red where something went wrong. */
import { api } from "./api.js";
import { el } from "./dom.js";
import { clockSeconds } from "./format.js";
import { jsonView } from "./json.js";
import { t } from "./words.js";

const KEPT = 400; // rows in the page; the sandbox itself keeps more

export class CallsTab {
  #rows = []; // {call, node, words}, newest first

  constructor() {
    this.filter = el("input", { type: "search", wPlaceholder: "filter", wLabel: "filter", on: { input: () => this.#sift() } });
    this.polls = el("input", { type: "checkbox", on: { change: () => this.#sift() } });
    this.list = el("div", { class: "calls" });
    this.empty = el("p", { class: "panel-empty", w: "empty_calls" });
    this.root = el(
      "div",
      { class: "tab-body" },
      el("div", { class: "calls-tools" }, this.filter, el("label", { class: "check" }, this.polls, el("span", { w: "show_polls" }))),
      this.empty,
      this.list,
    );
  }

  async load() {
    this.clear();
    for (const call of await api.calls(KEPT)) this.add(call);
  }

  clear() {
    this.#rows = [];
    this.list.replaceChildren();
    this.#sift();
  }

  add(call) {
    if (this.#rows.some((row) => row.call.id === call.id)) return;
    const node = callRow(call);
    const row = { call, node, words: `${call.method} ${JSON.stringify(call.params)} ${JSON.stringify(call.answer)}`.toLowerCase() };
    this.#rows.unshift(row);
    this.list.prepend(node);
    for (const old of this.#rows.splice(KEPT)) old.node.remove();
    this.#siftRow(row);
    this.#emptiness();
  }

  #sift() {
    this.#rows.forEach((row) => this.#siftRow(row));
    this.#emptiness();
  }

  #siftRow({ call, node, words }) {
    const poll = call.method.toLowerCase() === "getupdates" && call.status < 400;
    const wanted = this.filter.value.trim().toLowerCase();
    node.hidden = (poll && !this.polls.checked) || !words.includes(wanted);
  }

  #emptiness() {
    const any = this.#rows.some(({ node }) => !node.hidden);
    this.empty.hidden = any;
    const key = this.#rows.length && this.filter.value ? "no_match" : "empty_calls";
    this.empty.dataset.w = key;
    this.empty.textContent = t(key);
  }
}

function callRow(call) {
  const state = !call.known ? "unknown" : call.status >= 500 || call.status === 0 ? "broken" : call.status >= 400 ? "refused" : "fine";
  const node = el(
    "details",
    { class: `call ${state}` },
    el(
      "summary",
      {},
      el("time", { datetime: call.time, text: clockSeconds(call.time) }),
      el("b", { text: call.method }),
      call.known ? null : el("span", { class: "unknown-mark", w: "unknown_method" }),
      el("span", { class: "call-status", text: String(call.status || "✕") }),
      el("span", { class: "call-ms", text: `${Math.round(call.ms)} ms` }),
    ),
  );
  node.addEventListener("toggle", () => {
    if (!node.open || node.querySelector("pre")) return;
    node.append(el("h4", { w: "params" }), jsonView(call.params), el("h4", { w: "answer" }), jsonView(call.answer));
  });
  return node;
}
