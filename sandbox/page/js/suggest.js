/** The list above the composer: bot commands while a slash is typed, results while @bot is. */
import { el } from "./dom.js";
import { ownFile } from "./links.js";

/** A list to choose from by pointer or by the arrow keys while the field keeps the focus. */
export class Suggestions {
  #choices = [];
  #at = 0;

  constructor(label) {
    this.root = el("div", { class: "suggestions", role: "listbox", wLabel: label, hidden: true });
  }

  get open() {
    return !this.root.hidden;
  }

  /** Shows rows [{node, choose}] ; `note` is a line when there is nothing to choose. */
  show(choices, note = "") {
    this.#choices = choices;
    this.#at = 0;
    choices.forEach(({ node, choose }, at) => {
      node.setAttribute("role", "option");
      node.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
      node.addEventListener("click", () => choose());
      node.addEventListener("pointerenter", () => this.#mark(at));
    });
    const nodes = choices.map(({ node }) => node);
    this.root.replaceChildren(...(nodes.length ? nodes : note ? [el("p", { class: "suggestions-note", text: note })] : []));
    this.root.hidden = !nodes.length && !note;
    this.#mark(0);
  }

  hide() {
    this.root.hidden = true;
    this.#choices = [];
    this.root.replaceChildren();
  }

  /** Takes a key pressed in the field; true when the list used it. */
  key(event) {
    if (!this.open || event.isComposing) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = this.#choices.length;
    if (step && count) this.#mark((this.#at + step + count) % count);
    else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && count) this.#choices[this.#at].choose(event.key === "Tab");
    else if (event.key === "Escape") this.hide();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #mark(at) {
    this.#at = at;
    this.#choices.forEach(({ node }, index) => node.setAttribute("aria-selected", String(index === at)));
    this.#choices[at]?.node.scrollIntoView({ block: "nearest" });
  }
}

/** One command of the bot as a row. */
export const commandRow = ({ command, description }) =>
  el("button", { type: "button", class: "suggestion", tabindex: "-1" }, el("b", { text: `/${command}` }), el("span", { text: description }));

/** One result of an inline request (an InlineQueryResult of the Bot API) as a row. */
export function resultRow(result) {
  const picture = ownFile(result.thumbnail_url ?? result.photo_url ?? result.thumb_url);
  const title = result.title ?? result.phone_number ?? result.caption ?? result.type;
  const about = result.description ?? result.caption ?? result.address ?? "";
  const letter = [...String(title)][0] ?? "";
  return el(
    "button",
    { type: "button", class: "suggestion result", tabindex: "-1", dataset: { resultId: result.id } },
    picture ? el("img", { src: picture, alt: "" }) : el("span", { class: "result-letter", "aria-hidden": "true", text: letter.toUpperCase() }),
    el("span", { class: "result-about" }, el("b", { text: title }), about && about !== title ? el("span", { text: about }) : null),
  );
}
