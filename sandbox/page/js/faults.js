/** The tab that makes the sandbox misbehave on purpose: errors, silence, cut connections. */
import { api } from "./api.js";
import { field } from "./attach.js";
import { el } from "./dom.js";
import { t } from "./words.js";

const KINDS = ["429", "500", "502", "403", "timeout", "cut"];
const METHODS = ["*", "sendMessage", "sendPhoto", "editMessageText", "editMessageMedia", "answerCallbackQuery", "sendInvoice", "answerPreCheckoutQuery", "getUpdates"];

export class FaultsTab {
  constructor() {
    this.kind = el("select", { name: "kind" }, ...KINDS.map((kind) => el("option", { value: kind, w: `fault_${kind}` })));
    this.method = el("input", { name: "method", value: "sendMessage", required: true, list: "fault-methods", autocomplete: "off", spellcheck: "false" });
    this.times = el("input", { name: "times", type: "number", min: 1, max: 10_000, value: 1, required: true });
    this.error = el("p", { class: "form-error", role: "alert", hidden: true });
    this.list = el("ul", { class: "faults" });
    this.form = el(
      "form",
      { class: "form" },
      field("kind", this.kind),
      el("div", { class: "pair" }, field("method", this.method), field("times", this.times)),
      el("datalist", { id: "fault-methods" }, ...METHODS.map((method) => el("option", { value: method }))),
      el("p", { class: "hint", w: "fault_hint" }),
      this.error,
      el("div", { class: "answers" },
        el("button", { type: "button", class: "flat", w: "fault_clear", on: { click: () => this.#change(() => api.clearFaults()) } }),
        el("button", { type: "submit", class: "flat strong", w: "fault_add" })),
    );
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#change(() => api.addFault({ kind: this.kind.value, method: this.method.value.trim(), times: Number(this.times.value) }));
    });
    this.root = el("div", { class: "tab-body" }, this.form, this.list);
  }

  /** Reads which faults are set. */
  async load() {
    const faults = await api.faults();
    const rows = faults.map((fault) =>
      el(
        "li",
        {},
        el("b", { text: METHODS.find((method) => method.toLowerCase() === String(fault.method).toLowerCase()) ?? fault.method }),
        el("span", { text: KINDS.includes(String(fault.kind)) ? t(`fault_${fault.kind}`) : fault.kind }),
        fault.times !== undefined && fault.times !== null ? el("span", { class: "file-size", text: t("fault_left", { n: fault.left ?? fault.times }) }) : null,
      ));
    this.list.replaceChildren(...(rows.length ? rows : [el("li", { class: "panel-empty", w: "fault_none" })]));
  }

  async #change(request) {
    this.error.hidden = true;
    try {
      await request();
      await this.load();
    } catch (problem) {
      this.error.textContent = problem.message;
      this.error.hidden = false;
    }
  }
}
