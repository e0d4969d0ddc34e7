/** An empty chat, and a chat with a blocked bot: the card in the middle and the wide button below. */
import { el } from "./dom.js";
import { t } from "./words.js";

export class Welcome {
  constructor(phone) {
    this.phone = phone;
    this.card = el("div", { class: "welcome", hidden: true });
    this.bar = el("button", { type: "button", class: "wide-bar", hidden: true, on: { click: () => this.#act() } });
  }

  /** Shows or hides both, by the chat as it is now. */
  draw() {
    const { phone } = this;
    const blocked = !phone.isGroup && phone.person.is_blocked_bot;
    const empty = phone.log.empty;
    const start = empty && !phone.isGroup && !blocked;
    this.card.hidden = !empty;
    this.card.replaceChildren(
      ...(phone.isGroup
        ? [el("p", { text: t("group_empty") })]
        : [el("b", { text: t("hello_title") }), el("p", { text: phone.bot().description || t("hello") })]),
    );
    this.bar.hidden = !(blocked || start);
    this.bar.textContent = t(blocked ? "unblock_wide" : "start");
    phone.composer.root.hidden = blocked || start;
    phone.keyboard.root.classList.toggle("asleep", blocked || start);
  }

  #act() {
    if (this.phone.person.is_blocked_bot) this.phone.setBlocked(false);
    else this.phone.start();
  }
}
