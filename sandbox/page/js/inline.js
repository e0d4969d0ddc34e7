/** Inline mode and commands: what the composer suggests while somebody types. */
import { api } from "./api.js";
import { commandRow, resultRow, Suggestions } from "./suggest.js";
import { t } from "./words.js";

const PAUSE = 250; // milliseconds after the last letter

/** Watches a composer's text for one phone. `phone`: person, chatId, bot, commands(), sendText(), report(). */
export class Assistant {
  #timer = 0;
  #asked = 0;

  constructor(phone) {
    this.phone = phone;
    this.list = new Suggestions("commands");
  }

  /** Called with every change of the field. */
  typed(text) {
    clearTimeout(this.#timer);
    this.#asked += 1;
    const request = this.#inlineQuery(text);
    if (request !== null) {
      if (!this.list.open) this.list.show([], t("inline_wait"));
      this.#timer = setTimeout(() => this.#ask(request), PAUSE);
    } else if (/^\/[\w]*$/.test(text)) this.#commands(text.slice(1).toLowerCase());
    else this.list.hide();
  }

  /** Opens the whole list of commands, or closes it. */
  toggleCommands() {
    if (this.list.open) this.list.hide();
    else this.#commands("", t("no_commands"));
  }

  #commands(prefix, note = "") {
    const found = this.phone.commands().filter(({ command }) => command.startsWith(prefix));
    this.list.show(found.map((each) => ({ node: commandRow(each), choose: (fill) => this.#chooseCommand(each.command, fill) })), note);
  }

  #chooseCommand(command, fill) {
    this.list.hide();
    if (fill) {
      this.phone.composer.text = `/${command} `;
      return;
    }
    this.phone.composer.text = "";
    this.phone.sendText(`/${command}`);
    this.phone.composer.focus();
  }

  #inlineQuery(text) {
    const bot = this.phone.bot().username;
    const match = /^@(\w+)\s([\s\S]*)$/.exec(text);
    return bot && match && match[1].toLowerCase() === bot.toLowerCase() ? match[2] : null;
  }

  async #ask(request) {
    const turn = ++this.#asked;
    const { person, chatId } = this.phone;
    let answer;
    try {
      answer = await api.inline(person.id, chatId, request);
    } catch (error) {
      if (turn === this.#asked) this.list.show([], t("failed", { why: error.message }));
      return;
    }
    if (turn !== this.#asked) return; // more was typed meanwhile
    const rows = (answer.results ?? []).map((result) => ({ node: resultRow(result), choose: () => this.#choose(result) }));
    const button = answer.button;
    if (button?.text) {
      const node = commandRow({ command: "", description: "" });
      node.className = "suggestion inline-switch";
      node.textContent = button.text;
      rows.unshift({ node, choose: () => this.#switch(button) });
    }
    this.list.show(rows, t(answer.timed_out ? "inline_silent" : "inline_none"));
  }

  async #choose(result) {
    this.list.hide();
    this.phone.composer.text = "";
    await this.phone.attempt(() => api.chooseInline(this.phone.person.id, this.phone.chatId, result.id));
    this.phone.composer.focus();
  }

  #switch(button) {
    this.list.hide();
    this.phone.composer.text = "";
    if (button.start_parameter) this.phone.start(button.start_parameter);
  }
}
