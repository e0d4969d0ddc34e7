/** The buttons under a bubble: presses, spinners while the bot thinks, links, payment, sharing. */
import { el } from "./dom.js";
import { icon } from "./icons.js";

/** The colours a bot may give a button. */
export const STYLES = new Set(["primary", "success", "danger"]);
const PATIENCE = 30_000; // milliseconds until a press that nobody answers stops spinning

/** The rows of an inline keyboard. `onPress(button, control)` is called for each press. */
export function inlineKeyboard(rows, onPress) {
  const box = el("div", { class: "inline-keyboard" });
  rows.forEach((row, y) => {
    const line = el("div", { class: "inline-row" });
    row.forEach((button, x) => line.append(inlineButton(button, `${y}:${x}`, onPress)));
    box.append(line);
  });
  return box;
}

function inlineButton(button, place, onPress) {
  const style = STYLES.has(button.style) ? ` style-${button.style}` : "";
  const node = el("button", { type: "button", class: `inline-button${style}`, dataset: { place } }, el("span", { class: "label", text: button.text }));
  const mark = markOf(button);
  if (mark) node.append(el("span", { class: "mark" }, icon(mark, 12)));
  node.addEventListener("click", () => onPress(button, { node, place }));
  return node;
}

function markOf(button) {
  if (button.url) return "up_right";
  if (button.switch_inline_query !== undefined || button.switch_inline_query_current_chat !== undefined) return "share";
  if (button.pay) return "card";
  if (button.copy_text) return "copy";
  return null;
}

/** Keeps which presses wait for the bot's answer, so that spinners survive a redrawn message. */
export class Presses {
  #waiting = new Map(); // "message:place" -> callback id or null while it is being sent
  #early = new Map(); // answers that came before the press was acknowledged

  constructor({ onChange, onAnswer, onSilence }) {
    this.onChange = onChange;
    this.onAnswer = onAnswer;
    this.onSilence = onSilence;
  }

  /** True while the button at this place of the message waits. */
  waits(message, place) {
    return this.#waiting.has(`${message}:${place}`);
  }

  /** Sends a press; a second press of a waiting button is passed over, as Telegram does. */
  async press(message, place, send) {
    const key = `${message}:${place}`;
    if (this.#waiting.has(key)) return;
    this.#waiting.set(key, null);
    this.onChange(message);
    try {
      const { callback_id: id } = await send();
      const early = this.#early.get(String(id));
      if (early) {
        this.#early.delete(String(id));
        this.#done(key, message);
        this.onAnswer(early);
        return;
      }
      if (!this.#waiting.has(key)) return; // cleared meanwhile
      this.#waiting.set(key, String(id));
      setTimeout(() => this.#giveUp(key, message, String(id)), PATIENCE);
    } catch (error) {
      this.#done(key, message);
      throw error;
    }
  }

  /** Takes the bot's answer to a press (event callback_answer). */
  answered(event) {
    const id = String(event.callback_id);
    for (const [key, waiting] of this.#waiting) {
      if (waiting !== id) continue;
      this.#done(key, Number(key.split(":")[0]));
      this.onAnswer(event);
      return;
    }
    if ([...this.#waiting.values()].includes(null)) this.#early.set(id, event);
  }

  clear() {
    this.#waiting.clear();
    this.#early.clear();
  }

  #giveUp(key, message, id) {
    if (this.#waiting.get(key) !== id) return;
    this.#done(key, message);
    this.onSilence();
  }

  #done(key, message) {
    this.#waiting.delete(key);
    this.onChange(message);
  }
}
