/** Where a person writes: text, replies, edits, bot commands, attachments, and inline requests. */
import { el, iconButton, relabel } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

const TALLEST = 140; // pixels
const LONGEST = 4096; // characters Telegram takes

export class Composer {
  #mode = { kind: "new", message: null };
  #placeholder = null;

  /** `on`: {send(text, replyTo), edit(message, text), typed(text), attach(button), paste(files), keyboard(), commands(), editLast()}. */
  constructor(on, summaryOf) {
    this.on = on;
    this.summaryOf = summaryOf;
    this.field = el("textarea", {
      rows: 1, maxlength: LONGEST, wPlaceholder: "message", wLabel: "message", autocomplete: "off", spellcheck: "false", enterkeyhint: "send",
      on: { input: () => this.#typed(), keydown: (event) => this.#key(event), paste: (event) => this.#paste(event) },
    });
    this.commandButton = iconButton(icon("slash"), "commands", () => on.commands(), { class: "icon-button command-button", hidden: true });
    this.keyboardButton = iconButton(icon("keyboard"), "keyboard_show", () => on.keyboard(), { class: "icon-button keyboard-button", hidden: true });
    this.attachButton = iconButton(icon("attach"), "attach", () => on.attach(this.attachButton));
    this.sendButton = iconButton(icon("send"), "send", () => this.submit(), { class: "icon-button send-button", disabled: true });
    this.notice = el("div", { class: "composer-notice", hidden: true });
    this.root = el(
      "div",
      { class: "composer" },
      this.notice,
      el("div", { class: "composer-line" }, this.commandButton, this.field, this.keyboardButton, this.attachButton, this.sendButton),
    );
  }

  get text() {
    return this.field.value;
  }

  set text(value) {
    this.field.value = value;
    this.#typed();
  }

  get replyTo() {
    return this.#mode.kind === "reply" ? this.#mode.message.id : undefined;
  }

  focus() {
    this.field.focus({ preventScroll: true });
  }

  /** Starts to answer a message. */
  reply(message) {
    this.#enter("reply", message);
  }

  /** Starts to change one of the person's own messages. */
  edit(message) {
    this.#enter("edit", message);
    this.text = message.text;
    this.field.setSelectionRange(this.text.length, this.text.length);
  }

  /** Leaves a reply or an edit; what was being edited is dropped. */
  leave() {
    if (this.#mode.kind === "edit") this.text = "";
    this.#mode = { kind: "new", message: null };
    this.notice.hidden = true;
    this.notice.replaceChildren();
    relabel(this.sendButton, "send");
  }

  /** The words of an empty field: the bot's own (of its keyboard) or the page's. */
  placeholder(words) {
    this.#placeholder = words;
    this.field.placeholder = words || t("message");
    if (words) delete this.field.dataset.wPlaceholder;
    else this.field.dataset.wPlaceholder = "message";
  }

  showKeyboardButton(exists, open) {
    this.keyboardButton.hidden = !exists;
    this.keyboardButton.classList.toggle("on", open);
    this.keyboardButton.setAttribute("aria-expanded", String(open));
    relabel(this.keyboardButton, open ? "keyboard_hide" : "keyboard_show");
  }

  /** Sends what is written (or saves the edit). */
  submit() {
    const text = this.text.trim();
    if (!text) return;
    const { kind, message } = this.#mode;
    const replyTo = this.replyTo;
    this.text = "";
    this.leave();
    if (kind === "edit") {
      if (text !== message.text) this.on.edit(message, text);
    } else this.on.send(text, replyTo);
    this.focus();
  }

  #enter(kind, message) {
    this.leave();
    this.#mode = { kind, message };
    this.notice.replaceChildren(
      icon(kind === "edit" ? "edit" : "reply", 22),
      el("span", { class: "notice-about" }, el("b", { w: kind === "edit" ? "editing" : "replying" }), el("span", { text: this.summaryOf(message) })),
      iconButton(icon("close", 20), "cancel", () => this.leave()),
    );
    this.notice.hidden = false;
    relabel(this.sendButton, kind === "edit" ? "save_edit" : "send");
    this.focus();
  }

  #typed() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, TALLEST)}px`;
    this.sendButton.disabled = !this.text.trim();
    this.root.classList.toggle("filled", Boolean(this.text.trim()));
    this.on.typed(this.text);
  }

  #key(event) {
    if (this.on.listKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && this.#mode.kind !== "new") {
      event.stopPropagation();
      this.leave();
    } else if (event.key === "ArrowUp" && !this.text && this.#mode.kind === "new") {
      this.on.editLast();
      event.preventDefault();
    }
  }

  #paste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.on.paste(files);
  }
}
