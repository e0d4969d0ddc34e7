/** The bot's big buttons below the composer: they stay, fold away, and may ask for a number or a place. */
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { STYLES } from "./keyboard.js";

/** The reply keyboard of one phone. `onButton(button)` is called for each press. */
export class ReplyKeyboard {
  constructor({ onButton, onChange }) {
    this.onButton = onButton;
    this.onChange = onChange;
    this.keyboard = null;
    this.open = false;
    this.root = el("div", { class: "reply-keyboard", role: "group", wLabel: "bot_buttons", hidden: true });
  }

  /** Shows another keyboard (null: none). A new one unfolds; the same one stays as the person left it. */
  set(keyboard) {
    const next = keyboard?.rows?.length ? keyboard : null;
    const same = JSON.stringify(next) === JSON.stringify(this.keyboard);
    this.keyboard = next;
    if (!same) {
      this.open = next !== null;
      this.#draw();
    }
    this.#show();
  }

  /** Folds the keyboard away or brings it back. */
  toggle(open = !this.open) {
    this.open = open && this.keyboard !== null;
    this.#show();
  }

  get exists() {
    return this.keyboard !== null;
  }

  get placeholder() {
    return this.keyboard?.placeholder || null;
  }

  #show() {
    this.root.hidden = !(this.open && this.keyboard);
    this.onChange();
  }

  #draw() {
    const rows = (this.keyboard?.rows ?? []).map((row) => el("div", { class: "reply-row" }, ...row.map((button) => this.#button(button))));
    this.root.replaceChildren(...rows);
  }

  #button(button) {
    // A bot that put its own picture in front of the words needs none of ours.
    const own = /^\p{Extended_Pictographic}/u.test(button.text);
    const mark = own ? null : button.request_contact ? icon("user", 16) : button.request_location ? icon("pin", 16) : null;
    return el("button", { type: "button", class: `reply-button${STYLES.has(button.style) ? ` style-${button.style}` : ""}`, on: { click: () => this.#press(button) } }, mark, el("span", { text: button.text }));
  }

  #press(button) {
    this.onButton(button);
    if (this.keyboard?.one_time || this.keyboard?.one_time_keyboard) this.toggle(false);
  }
}
