/** The list of messages of one chat: order, days, groups of one sender, scrolling, soft changes. */
import { avatar } from "./avatar.js";
import { bubble, menuButton } from "./bubble.js";
import { animate, el } from "./dom.js";
import { dayKey, dayName } from "./format.js";
import { icon } from "./icons.js";
import { applyWords, t } from "./words.js";

const PAGE = 200; // bubbles shown at first, and added by "earlier"
const NEAR_END = 70; // pixels from the end that still count as reading the end
const DAY_TIME = 1200; // milliseconds the day floats on after the last movement
const SAME_BREATH = 10 * 60_000; // milliseconds between messages drawn as one group

export class Log {
  #messages = new Map();
  #items = new Map(); // "m5" or "aALBUM" -> {key, ids, row, stale, changed}
  #days = new Map();
  #limit = PAGE;
  #queued = false;
  #unseen = 0;
  #atEnd = true;
  #lastTop = 0;
  #dayTimer = 0;

  /** `tools`: what bubbles may ask of their phone; `group()`: is it a group; `visible(message)`: topic filter. */
  constructor({ tools, group, visible, onMenu, onDouble }) {
    Object.assign(this, { tools, group, visible, onMenu, onDouble });
    this.list = el("div", { class: "log-list", role: "log", "aria-live": "polite", "aria-relevant": "additions" });
    this.earlier = el("button", { type: "button", class: "earlier", w: "earlier", hidden: true, on: { click: () => this.#showEarlier() } });
    this.scroller = el("div", { class: "log", tabindex: "0", on: { scroll: () => this.#scrolled() } }, this.earlier, this.list);
    this.pill = el("button", { type: "button", class: "pill", hidden: true, wLabel: "to_bottom", on: { click: () => this.toEnd(true) } }, icon("down", 22));
    this.root = el("div", { class: "log-frame" }, this.scroller, this.pill);
    const follow = new ResizeObserver(() => this.#atEnd && this.toEnd());
    follow.observe(this.list);
    follow.observe(this.scroller);
  }

  get(id) {
    return this.#messages.get(Number(id));
  }

  get empty() {
    return this.#messages.size === 0;
  }

  /** All messages that are shown, oldest first. */
  all() {
    return [...this.#messages.values()].filter(this.visible).sort((a, b) => a.id - b.id);
  }

  /** Takes a new or a changed message. `live`: it happened just now, so it may move and be announced. */
  put(message, live = true) {
    const known = this.#messages.has(message.id);
    this.#messages.set(message.id, message);
    if (!this.visible(message)) return;
    const key = message.album ? `a${message.album}` : `m${message.id}`;
    const item = this.#items.get(key) ?? this.#newItem(key, message, live && !known);
    if (!item.ids.includes(message.id)) item.ids.push(message.id);
    item.ids.sort((a, b) => a - b);
    item.stale = true;
    item.changed ||= known && live;
    this.#arrange();
    if (live && !known) this.#arrived(message);
  }

  /** Takes messages out, softly when `live`. */
  remove(ids, live = true) {
    for (const id of ids.map(Number)) {
      const message = this.#messages.get(id);
      if (!message) continue;
      this.#messages.delete(id);
      const item = [...this.#items.values()].find((each) => each.ids.includes(id));
      if (!item) continue;
      item.ids = item.ids.filter((each) => each !== id);
      if (item.ids.length) item.stale = true;
      else {
        this.#items.delete(item.key);
        this.#leave(item.row, live);
      }
    }
    this.#arrange();
  }

  clear() {
    this.#messages.clear();
    this.redraw();
  }

  /** Draws everything anew (another language, another topic). */
  redraw() {
    const messages = this.all();
    this.#items.clear();
    this.#days.clear();
    this.list.replaceChildren();
    for (const message of messages) this.put(message, false);
    this.#arrange();
    this.toEnd();
  }

  /** Draws one message again because something about it changed on this side (a press that waits). */
  refresh(id) {
    const item = [...this.#items.values()].find((each) => each.ids.includes(Number(id)));
    if (item?.row.isConnected) this.#draw(item, false);
  }

  /** Goes to the newest message. */
  toEnd(smooth = false) {
    this.#atEnd = true;
    this.#unseen = 0;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.#showPill();
  }

  /** Shows a message and lights it up for a moment. */
  jump(id) {
    const item = [...this.#items.values()].find((each) => each.ids.includes(Number(id)));
    if (item && !item.row.isConnected) this.#showEarlier(Infinity);
    if (!item?.row.isConnected) return;
    item.row.scrollIntoView({ block: "center", behavior: "smooth" });
    item.row.classList.remove("lit");
    requestAnimationFrame(() => item.row.classList.add("lit"));
  }

  #newItem(key, message, moves) {
    const row = el("div", { class: "row", dataset: { key } });
    const item = { key, ids: [message.id], row, stale: true, changed: false };
    const messageNow = () => this.get(item.ids[0]);
    row.addEventListener("contextmenu", (event) => {
      if (messageNow()?.kind === "service" || event.target.closest("a")) return;
      event.preventDefault();
      this.onMenu(messageNow(), { x: event.clientX, y: event.clientY });
    });
    row.addEventListener("dblclick", (event) => {
      if (!event.target.closest("button,a,video,.inline-keyboard") && messageNow()?.kind !== "service") this.onDouble(messageNow());
    });
    if (moves) row.classList.add("arriving");
    this.#items.set(key, item);
    return item;
  }

  #draw(item, changed) {
    item.stale = item.changed = false;
    const messages = item.ids.map((id) => this.#messages.get(id));
    const [message] = messages;
    const outgoing = message.from ? message.from.id === this.tools.me() : message.outgoing;
    const group = this.group();
    const { row } = item;
    const focus = row.contains(document.activeElement) ? document.activeElement.dataset.place : null;
    const old = new Map([...row.querySelectorAll(".bubble img:not(.broken)")].map((image) => [image.getAttribute("src"), image]));
    const made = bubble(messages, { outgoing, group, tools: this.tools });
    for (const image of made.querySelectorAll("img")) {
      const kept = old.get(image.getAttribute("src"));
      if (kept) image.replaceWith(kept); // the same picture stays, without a flicker
    }
    const moving = row.classList.contains("arriving");
    const keyboard = made.classList.contains("with-keyboard") ? " with-keyboard" : "";
    row.className = `row ${message.kind === "service" ? "center" : outgoing ? "out" : "in"}${group ? " grouped" : ""}${keyboard}${moving ? " arriving" : ""}`;
    row.dataset.messageId = String(message.id);
    row.replaceChildren(...[group && !outgoing && message.from && message.kind !== "service" ? avatar(message.from.id, message.from.name, "small") : null, made].filter(Boolean));
    if (message.kind !== "service") {
      row.append(menuButton(({ currentTarget }) => {
        const { left, bottom } = currentTarget.getBoundingClientRect();
        this.onMenu(this.get(item.ids[0]), { x: left, y: bottom }, currentTarget);
      }));
    }
    if (focus) row.querySelector(`[data-place="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
    applyWords(row);
    if (changed) animate(made, [{ opacity: 0.55 }, { opacity: 1 }], { duration: 260, easing: "ease-out" });
    if (moving) {
      const from = outgoing ? "translate(14px, 12px)" : "translate(-8px, 12px)";
      animate(row, [{ opacity: 0, transform: from }, { opacity: 1, transform: "none" }], { duration: 200, easing: "cubic-bezier(.2,.8,.3,1)" });
      requestAnimationFrame(() => row.classList.remove("arriving"));
    }
  }

  #leave(row, live) {
    if (!live || !row.isConnected) {
      row.remove();
      return;
    }
    row.classList.add("leaving");
    row.removeAttribute("data-message-id");
    const height = row.offsetHeight;
    animate(row, [{ opacity: 1, height: `${height}px` }, { opacity: 0, height: `${height}px`, transform: "scale(.92)", offset: 0.55 }, { opacity: 0, height: "0px" }], {
      duration: 280, easing: "ease-in",
    }).then(() => row.remove());
  }

  #arrange() {
    if (this.#queued) return;
    this.#queued = true;
    const place = () => {
      this.#queued = false;
      this.#place();
    };
    // Once a frame is enough; a hidden page has no frames.
    if (document.hidden) setTimeout(place);
    else requestAnimationFrame(place);
  }

  /** Puts rows and days in order with as few moves as possible, so that films and focus stay as they are. */
  #place() {
    const items = [...this.#items.values()].sort((a, b) => a.ids[0] - b.ids[0]);
    const shown = items.slice(-this.#limit);
    this.earlier.hidden = shown.length === items.length;
    const wanted = [];
    let before = null;
    for (const [at, item] of shown.entries()) {
      if (item.stale) this.#draw(item, item.changed);
      const message = this.get(item.ids[0]);
      const after = shown[at + 1] ? this.get(shown[at + 1].ids[0]) : null;
      if (!before || dayKey(before.date) !== dayKey(message.date)) wanted.push(this.#day(message.date));
      item.row.classList.toggle("first", !sameBreath(before, message));
      item.row.classList.toggle("last", !sameBreath(message, after));
      wanted.push(item.row);
      before = message;
    }
    const kept = new Set(wanted);
    for (const node of [...this.list.children]) {
      if (!kept.has(node) && !node.classList.contains("leaving")) node.remove();
    }
    let cursor = this.list.firstElementChild;
    for (const node of wanted) {
      while (cursor?.classList.contains("leaving")) cursor = cursor.nextElementSibling;
      if (cursor === node) cursor = cursor.nextElementSibling;
      else this.list.insertBefore(node, cursor);
    }
    if (this.#atEnd) this.toEnd();
  }

  #day(date) {
    const key = dayKey(date);
    if (!this.#days.has(key)) this.#days.set(key, el("div", { class: "day" }, el("span", { text: dayName(date) })));
    return this.#days.get(key);
  }

  #arrived(message) {
    const own = message.from?.id === this.tools.me();
    if (own) this.toEnd();
    else if (!this.#atEnd) {
      this.#unseen += 1;
      this.#showPill();
    }
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    // Only a movement upwards is the person's: content that grows leaves the place as it is.
    if (scrollHeight - scrollTop - clientHeight < NEAR_END) this.#atEnd = true;
    else if (scrollTop < this.#lastTop - 1) this.#atEnd = false;
    this.#lastTop = scrollTop;
    if (this.#atEnd) this.#unseen = 0;
    this.#floatDay();
    this.#showPill();
  }

  /** The day floats over the messages only while somebody scrolls through them, so that it hides no words. */
  #floatDay() {
    clearTimeout(this.#dayTimer);
    this.scroller.classList.toggle("scrolling", !this.#atEnd);
    this.#dayTimer = setTimeout(() => this.scroller.classList.remove("scrolling"), DAY_TIME);
  }

  #showPill() {
    this.pill.hidden = this.#atEnd;
    this.pill.classList.toggle("fresh", this.#unseen > 0);
    this.pill.dataset.count = this.#unseen ? String(this.#unseen) : "";
    this.pill.setAttribute("aria-label", this.#unseen ? t("new_messages", { n: this.#unseen }) : t("to_bottom"));
  }

  #showEarlier(more = PAGE) {
    const height = this.scroller.scrollHeight;
    this.#atEnd = false;
    this.#limit += more;
    this.#place();
    this.scroller.scrollTop += this.scroller.scrollHeight - height;
  }
}

function sameBreath(a, b) {
  if (!a || !b || a.kind === "service" || b.kind === "service") return false;
  return a.from?.id === b.from?.id && dayKey(a.date) === dayKey(b.date) && Math.abs(new Date(b.date) - new Date(a.date)) < SAME_BREATH;
}
