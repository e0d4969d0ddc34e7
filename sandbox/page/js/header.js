/** The top of a phone: whose it is, which chat is open, who is typing, and the chat's menu. */
import { api } from "./api.js";
import { field, answers } from "./attach.js";
import { avatar } from "./avatar.js";
import { summary } from "./bubble.js";
import { el, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { startCode } from "./links.js";
import { openMenu } from "./menu.js";
import { roleOf } from "./people.js";
import { t } from "./words.js";

const TYPING_TIME = 5000; // milliseconds, as in Telegram
const TYPING = { upload_photo: "sending_photo", upload_document: "sending_file" };

export class Header {
  #title = "";
  #typing = null;
  #timer = 0;

  constructor(phone) {
    this.phone = phone;
    this.device = el("header", { class: "device" });
    this.name = el("button", { type: "button", class: "chat-name", on: { click: ({ currentTarget }) => this.#chatsMenu(currentTarget) } });
    this.topics = el("div", { class: "topics", role: "group", wLabel: "all_topics", hidden: true });
    this.pinned = el("button", { type: "button", class: "pinned", wLabel: "pinned", hidden: true });
    this.root = el(
      "div",
      { class: "chat-header" },
      el("div", { class: "chat-line" }, this.name, iconButton(icon("more"), "more", ({ currentTarget }) => this.#menu(currentTarget), { class: "icon-button chat-more" })),
      this.topics,
      this.pinned,
    );
  }

  /** Shows which message is pinned (null or 0: none). */
  pin(id) {
    const message = id ? this.phone.log.get(id) : null;
    this.pinned.hidden = !message;
    this.pinned.replaceChildren(...(message ? [icon("pin", 18), el("span", { text: summary(message) })] : []));
    this.pinned.onclick = () => this.phone.log.jump(id);
  }

  /** The chat's title, as the sandbox gave it. */
  title(text) {
    this.#title = text ?? "";
    this.draw();
  }

  /** Shows that the bot is doing something (its chat action) for a few seconds; null: it has done. */
  typing(action) {
    clearTimeout(this.#timer);
    this.#typing = action;
    if (action) this.#timer = setTimeout(() => this.typing(null), TYPING_TIME);
    this.draw();
  }

  draw() {
    const { person, isGroup, chatId, unreadElsewhere } = this.phone;
    const name = [person.first_name, person.last_name].filter(Boolean).join(" ");
    this.device.replaceChildren(
      avatar(person.id, name, "tiny"),
      el("h2", { text: name }),
      el("span", { class: "role", text: t(roleOf(person)) }),
      iconButton(icon("close", 18), "close_phone", () => this.phone.app.closePhone(person.id), { class: "icon-button close-phone" }),
    );
    const group = this.phone.app.groups.get(chatId);
    const title = isGroup ? this.#title || group?.title || "" : this.phone.bot().first_name || this.#title;
    const elsewhere = [...unreadElsewhere.values()].reduce((sum, count) => sum + count, 0);
    this.name.replaceChildren(
      avatar(isGroup ? chatId : this.phone.bot().id, title, "medium"),
      el("span", { class: "chat-about" }, el("b", { text: title }), this.#status(isGroup, group)),
      ...(elsewhere ? [el("span", { class: "count", text: String(elsewhere) })] : []),
    );
    this.name.setAttribute("aria-label", `${title}. ${t("chats")}`);
    this.#drawTopics(group);
  }

  #status(isGroup, group) {
    if (this.#typing) {
      return el("span", { class: "status typing" }, t(TYPING[this.#typing] ?? "typing"), el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")));
    }
    if (this.phone.person.is_blocked_bot && !isGroup) return el("span", { class: "status", text: t("blocked") });
    return el("span", { class: "status", text: isGroup ? `${t("group")}, ${group?.members?.length ?? ""}` : t("bot") });
  }

  #drawTopics(group) {
    const topics = group?.is_forum ? group.topics ?? [] : [];
    this.topics.hidden = !topics.length;
    const chip = (id, text) =>
      el("button", { type: "button", class: "topic", "aria-pressed": String(this.phone.threadId === id), text, on: { click: () => this.phone.switchChat(this.phone.chatId, id) } });
    this.topics.replaceChildren(chip(undefined, t("all_topics")), ...topics.map((topic) => chip(topic.thread_id, topic.name ?? t("topic", { id: topic.thread_id }))));
  }

  async #chatsMenu(owner) {
    const { phone } = this;
    const chats = await phone.attempt(() => api.chats(phone.person.id));
    if (!Array.isArray(chats)) return;
    const { left, bottom } = owner.getBoundingClientRect();
    const items = chats.map((chat) => ({
      label: chat.chat_id === phone.person.id ? phone.bot().first_name ?? chat.title : chat.title,
      image: chat.chat_id === phone.person.id ? "user" : "group",
      count: phone.unreadElsewhere.get(chat.chat_id),
      run: () => phone.switchChat(chat.chat_id),
    }));
    openMenu({ x: left + 8, y: bottom }, items, { owner, label: t("chats") });
  }

  #menu(owner) {
    const { phone } = this;
    const { right, bottom } = owner.getBoundingClientRect();
    const blocked = phone.person.is_blocked_bot;
    openMenu(
      { x: right - 250, y: bottom + 4 },
      [
        { label: t("open_link"), image: "link", run: () => this.#linkSheet() },
        { label: t("restart"), image: "reload", run: () => phone.start() },
        null,
        { label: t(blocked ? "unblock" : "block"), image: "block", danger: !blocked, run: () => phone.setBlocked(!blocked) },
      ],
      { owner, label: t("more") },
    );
  }

  #linkSheet() {
    const { phone } = this;
    const bot = phone.bot().username ?? "bot";
    const input = el("input", { type: "text", autocomplete: "off", spellcheck: "false", required: true, "data-focus": true, placeholder: `t.me/${bot}?start=…` });
    const label = field("open_link", input);
    label.querySelector("span").textContent = t("link_or_code", { bot });
    delete label.querySelector("span").dataset.w;
    const form = el("form", { class: "form" }, el("h3", { w: "open_link" }), label, answers(() => close(), t("open")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const code = startCode(input.value);
      if (code === null) {
        input.setCustomValidity(t("link_or_code", { bot }));
        input.reportValidity();
        input.addEventListener("input", () => input.setCustomValidity(""), { once: true });
        return;
      }
      close();
      phone.start(code);
    });
    const close = phone.overlays.open(form, { label: t("open_link") });
  }
}
