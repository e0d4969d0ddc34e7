/** The tabs with letters and SMS, newest on top. */
import { el } from "./dom.js";
import { clock, dayName } from "./format.js";
import { plainText, richText } from "./richtext.js";
import { telegramLink } from "./links.js";

const KEPT = 200;

/** A list of what came in; `draw(row)` makes a row's element. */
export class InboxTab {
  #ids = new Set();

  constructor(read, draw, emptyKey) {
    Object.assign(this, { read, draw });
    this.list = el("div", { class: "inbox", "aria-live": "polite" });
    this.empty = el("p", { class: "panel-empty", w: emptyKey });
    this.root = el("div", { class: "tab-body" }, this.empty, this.list);
  }

  async load() {
    this.clear();
    for (const row of await this.read()) this.add(row);
  }

  clear() {
    this.#ids.clear();
    this.list.replaceChildren();
    this.empty.hidden = false;
  }

  add(row) {
    if (this.#ids.has(row.id)) return;
    this.#ids.add(row.id);
    this.empty.hidden = true;
    this.list.prepend(this.draw(row));
    if (this.list.childElementCount > KEPT) this.list.lastElementChild.remove();
  }
}

/** A letter: subject, from, to, and its text as the letter's own HTML with nothing dangerous left. */
export function letterRow(letter, app) {
  const body = el("div", { class: "letter-body" }, letter.html ? richText(letter.html, { blocks: true }) : plainText(letter.text ?? ""));
  body.classList.toggle("plain", !letter.html);
  body.addEventListener("click", (event) => openLink(event, app));
  const to = Array.isArray(letter.to) ? letter.to.join(", ") : letter.to;
  return el(
    "details",
    { class: "letter" },
    el("summary", {}, el("b", { text: letter.subject || "—" }), el("time", { datetime: letter.time, text: when(letter.time) }), el("span", { class: "letter-to", text: to })),
    el("dl", {}, el("dt", { w: "from" }), el("dd", { text: letter.from }), el("dt", { w: "to" }), el("dd", { text: to })),
    body,
  );
}

/** An SMS as a small bubble. */
export function smsRow(sms, app) {
  const text = el("p", {}, plainText(sms.text));
  text.addEventListener("click", (event) => openLink(event, app));
  return el("div", { class: "sms" }, el("div", { class: "sms-head" }, el("b", { text: sms.to }), el("time", { datetime: sms.time, text: when(sms.time) })), text);
}

const when = (iso) => `${dayName(iso)}, ${clock(iso)}`;

function openLink(event, app) {
  const command = event.target.closest("[data-command]");
  if (command) event.preventDefault(); // there is no chat to send a command to
  const link = event.target.closest("a[data-href]");
  if (link && telegramLink(link.dataset.href)?.bot?.toLowerCase() === app.bot.username?.toLowerCase()) {
    event.preventDefault();
    app.shareLink(link.dataset.href, "", null);
  }
}
