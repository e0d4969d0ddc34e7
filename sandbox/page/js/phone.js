/** One phone: a person, the chat they have open, and everything that happens in it. */
import { api } from "./api.js";
import { acceptDrops, attachMenu, locationSheet, sendSheet, uploadFiles } from "./attach.js";
import { Composer } from "./composer.js";
import { el } from "./dom.js";
import { Header } from "./header.js";
import { Assistant } from "./inline.js";
import { Presses } from "./keyboard.js";
import { Log } from "./log.js";
import { phoneNumber } from "./media.js";
import { messageMenu } from "./messagemenu.js";
import { Overlays } from "./overlay.js";
import { pressButton, showAnswer, followLink } from "./press.js";
import { bubbleTools } from "./tools.js";
import { ReplyKeyboard } from "./replykeyboard.js";
import { summary } from "./bubble.js";
import { Welcome } from "./welcome.js";
import { t } from "./words.js";

export class Phone {
  #pending = [];
  #loading = 0;
  #loadedTo = 0;

  /** `app` knows the bot, the other people and the groups, and opens and closes phones. */
  constructor(person, app) {
    this.person = person;
    this.app = app;
    this.chatId = person.id;
    this.threadId = undefined;
    this.unreadElsewhere = new Map(); // chat id -> messages that came while another chat was open
    this.presses = new Presses({
      onChange: (message) => this.log.refresh(message),
      onAnswer: (answer) => showAnswer(this, answer),
      onSilence: () => this.overlays.toast(t("no_answer")),
    });
    this.log = new Log({
      tools: bubbleTools(this),
      group: () => this.isGroup,
      visible: (message) => this.threadId === undefined || message.thread_id === this.threadId,
      onMenu: (message, point, owner) => messageMenu(this, message, point, owner),
      onDouble: (message) => this.react(message, "👍"),
    });
    this.assistant = new Assistant(this);
    this.composer = new Composer(this.#composerEvents(), summary);
    this.keyboard = new ReplyKeyboard({ onButton: (button) => this.#replyButton(button), onChange: () => this.#keyboardChanged() });
    this.header = new Header(this);
    this.welcome = new Welcome(this);
    this.bottom = el("div", { class: "bottom" }, this.assistant.list.root, this.composer.root, this.welcome.bar, this.keyboard.root);
    this.screen = el("div", { class: "screen" }, this.header.root, this.log.root, this.bottom);
    this.root = el("section", { class: "phone", dataset: { person: person.id }, tabindex: "-1" }, this.header.device, this.screen);
    this.overlays = new Overlays(this.screen, () => [this.header.root, this.log.root, this.bottom]);
    this.log.root.append(this.welcome.card);
    acceptDrops(this);
    this.setPerson(person);
  }

  get isGroup() {
    return this.chatId !== this.person.id;
  }

  bot() {
    return this.app.bot;
  }

  /** The commands the bot offers this person. */
  commands() {
    return this.person.commands ?? [];
  }

  /** Takes what changed about the person: name, commands, whether the bot is blocked. */
  setPerson(person) {
    this.person = person;
    this.root.setAttribute("aria-label", t("phone_of", { name: person.first_name }));
    this.composer.commandButton.hidden = this.commands().length === 0;
    this.header.draw();
    this.welcome.draw();
  }

  /** Draws every word anew, after another language was chosen. */
  relanguage() {
    this.setPerson(this.person);
    this.log.redraw();
    this.#keyboardChanged();
  }

  /** Reads the open chat from the start. */
  async load() {
    const turn = ++this.#loading;
    const { chatId } = this;
    this.#pending = [];
    try {
      const chat = await api.chat(this.person.id, chatId);
      if (turn !== this.#loading) return;
      this.log.clear();
      for (const message of chat.messages) if (!message.deleted) this.log.put(message, false);
      this.#take(chat);
      this.log.toEnd();
    } catch (error) {
      if (turn === this.#loading) this.overlays.toast(t("failed", { why: error.message }));
    } finally {
      if (turn === this.#loading) {
        this.#loading = 0;
        for (const event of this.#pending.splice(0)) this.handle(event);
      }
    }
  }

  /** Reads what changed since the last event that was seen. */
  async catchUp() {
    if (this.#loading) return;
    const chat = await api.chat(this.person.id, this.chatId, this.#loadedTo || undefined).catch(() => null);
    if (!chat || chat.chat_id !== this.chatId) return;
    if (chat.last_event < this.#loadedTo) {
      this.forget(); // the sandbox began anew, its events count from the start
      await this.load();
      return;
    }
    for (const message of chat.messages) {
      if (message.deleted) this.log.remove([message.id]);
      else this.log.put(message);
    }
    this.#take(chat);
  }

  /** Opens another chat of this person: the bot's, or a group's. */
  async switchChat(chatId, threadId) {
    if (chatId === this.chatId && threadId === this.threadId) return;
    const same = chatId === this.chatId;
    this.chatId = chatId;
    this.threadId = threadId;
    this.unreadElsewhere.delete(chatId);
    this.composer.leave();
    this.presses.clear();
    this.header.draw();
    if (same) this.log.redraw();
    else await this.load();
    this.welcome.draw();
  }

  /** Takes one event of the sandbox, if it concerns this person. */
  handle(event) {
    // A reaction names who reacted; everything else names who sees it.
    if (event.type !== "reaction" && event.person_id !== undefined && event.person_id !== this.person.id) return;
    if (event.chat_id !== undefined && event.chat_id !== this.chatId) {
      this.#elsewhere(event);
      return;
    }
    if (this.#loading) {
      this.#pending.push(event);
      return;
    }
    if (event.n <= this.#loadedTo) return;
    if (event.type === "callback_answer") this.presses.answered(event);
    else if (event.chat_id === undefined) return;
    else if (event.message && ["message", "edit", "reaction"].includes(event.type)) this.#message(event);
    else if (event.type === "delete") this.log.remove(event.message_ids ?? [event.message_id]);
    else if (event.type === "typing") this.header.typing(event.action ?? "typing");
    else if (event.type === "keyboard") this.#setKeyboard(event.keyboard || null, true);
    else if (event.type === "pin") this.header.pin(event.message_id);
    else if (event.type === "reaction") this.catchUp();
    this.welcome.draw();
  }

  /** Runs a request; what the sandbox refuses is said on this phone. Returns its answer, or null. */
  async attempt(request) {
    try {
      return (await request()) ?? {};
    } catch (error) {
      this.overlays.toast(t("failed", { why: error.message }));
      return null;
    }
  }

  send(body) {
    return this.attempt(() => api.send(this.person.id, this.chatId, { thread_id: this.threadId, ...body }));
  }

  sendText(text, replyTo) {
    return this.send({ text, reply_to: replyTo });
  }

  sendFiles(parts, caption) {
    const replyTo = this.composer.replyTo;
    this.composer.leave();
    return uploadFiles(this, parts, caption, replyTo);
  }

  /** Sends /start with a deep link's code in the private chat. */
  async start(code = "") {
    if (this.isGroup) await this.switchChat(this.person.id);
    return this.sendText(code ? `/start ${code}` : "/start");
  }

  react(message, emoji) {
    const mine = (message.reactions ?? []).find((each) => (each.from?.id ?? each.from) === this.person.id);
    return this.attempt(() => api.react(this.person.id, this.chatId, message.id, mine?.emoji === emoji ? null : emoji));
  }

  /** Asks first, as Telegram does, then shares the person's own number. */
  async shareContact() {
    const phone = phoneNumber(this.person.phone) || "—";
    const yes = await this.overlays.ask({ title: t("share_phone"), text: t("share_phone_text", { phone }), yes: t("share"), no: t("cancel") });
    if (yes) await this.send({ contact: true });
  }

  press(message, button, place) {
    return pressButton(this, message, button, place);
  }

  follow(href, ask) {
    return followLink(this, href, ask);
  }

  async setBlocked(blocked) {
    const done = await this.attempt(() => (blocked ? api.block(this.person.id) : api.unblock(this.person.id)));
    if (done) this.setPerson({ ...this.person, is_blocked_bot: blocked });
  }

  #take(chat) {
    this.#loadedTo = Math.max(this.#loadedTo, chat.last_event ?? 0);
    this.#setKeyboard(chat.reply_keyboard);
    if (chat.typing) this.header.typing(chat.typing);
    this.header.title(chat.title);
    this.header.pin(chat.pinned);
    this.welcome.draw();
  }

  /** Forgets where it was in the stream of events, after a reset. */
  forget() {
    this.#loadedTo = 0;
    this.threadId = undefined;
    this.chatId = this.person.id;
    this.unreadElsewhere.clear();
    this.presses.clear();
    this.overlays.clear();
    this.composer.leave();
  }

  #message(event) {
    if (event.message.deleted) this.log.remove([event.message.id]);
    else this.log.put(event.message);
    if (event.type === "message" && event.message.from?.id !== this.person.id) this.header.typing(null);
  }

  #elsewhere(event) {
    if (event.type !== "message" || event.message?.kind === "service") return;
    if (event.message?.from?.id === this.person.id) return;
    this.unreadElsewhere.set(event.chat_id, (this.unreadElsewhere.get(event.chat_id) ?? 0) + 1);
    this.header.draw();
  }

  #setKeyboard(keyboard, live = false) {
    if (live && keyboard?.force_reply) setTimeout(() => this.#answerLast(), 150); // its message is on its way
    this.keyboard.set(keyboard);
    this.composer.placeholder(this.keyboard.placeholder);
  }

  #answerLast() {
    const asked = this.log.all().findLast((message) => message.from?.is_bot);
    if (asked) this.composer.reply(asked);
  }

  #keyboardChanged() {
    this.composer?.showKeyboardButton(this.keyboard?.exists ?? false, this.keyboard?.open ?? false);
  }

  #replyButton(button) {
    if (button.request_contact) this.shareContact();
    else if (button.request_location) locationSheet(this);
    else if (["request_poll", "request_users", "request_chat", "web_app"].some((key) => button[key])) this.overlays.toast(t("unsupported"));
    else this.sendText(button.text);
  }

  #composerEvents() {
    return {
      send: (text, replyTo) => this.sendText(text, replyTo),
      edit: (message, text) => this.attempt(() => api.edit(this.person.id, this.chatId, message.id, text)),
      typed: (text) => this.assistant.typed(text),
      listKey: (event) => this.assistant.list.key(event),
      attach: (button) => attachMenu(this, button),
      paste: (files) => sendSheet(this, files),
      keyboard: () => this.keyboard.toggle(),
      commands: () => this.assistant.toggleCommands(),
      editLast: () => {
        const own = this.log.all().findLast((message) => message.from?.id === this.person.id && message.kind === "text");
        if (own) this.composer.edit(own);
      },
    };
  }
}
