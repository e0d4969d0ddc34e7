/** What lies over a phone: questions, alerts, sheets and the passing toast. One phone's never touch another. */
import { animate, el, focusable } from "./dom.js";

const TOAST_TIME = 3200; // milliseconds

export class Overlays {
  #open = [];
  #toastTimer = 0;

  /** `screen` is the phone's element; `behind()` gives the elements to put to sleep while something is open. */
  constructor(screen, behind) {
    this.screen = screen;
    this.behind = behind;
    this.layer = el("div", { class: "overlays" });
    this.toastBox = el("div", { class: "toast-box", role: "status", "aria-live": "polite" });
    screen.append(this.layer, this.toastBox);
  }

  /** Shows words for a moment, as the answer to a press. */
  toast(text) {
    clearTimeout(this.#toastTimer);
    const node = el("div", { class: "toast", text });
    this.toastBox.replaceChildren(node);
    this.#toastTimer = setTimeout(async () => {
      await animate(node, [{ opacity: 1 }, { opacity: 0 }], { duration: 200 });
      node.remove();
    }, Math.max(TOAST_TIME, text.length * 55));
  }

  /** Opens content over the phone; `kind` is "dialog" or "sheet". Returns a function that closes it. */
  open(content, { kind = "dialog", label, onClose = () => {} } = {}) {
    const before = document.activeElement;
    const box = el("div", { class: kind, role: "dialog", "aria-modal": "true", "aria-label": label, tabindex: "-1" }, content);
    const shade = el("div", { class: `shade for-${kind}` }, box);
    let closed = false;
    const close = (value) => {
      if (closed) return;
      closed = true;
      this.#open = this.#open.filter((each) => each !== close);
      shade.remove();
      if (!this.#open.length) for (const node of this.behind()) node.inert = false;
      if (before?.isConnected && this.screen.contains(before)) before.focus({ preventScroll: true });
      onClose(value);
    };
    shade.addEventListener("pointerdown", (event) => event.target === shade && close());
    shade.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        close();
      } else if (event.key === "Tab") keepInside(event, box);
    });
    for (const node of this.behind()) node.inert = true;
    this.#open.push(close);
    this.layer.append(shade);
    (box.querySelector("[data-focus]") ?? focusable(box)[0] ?? box).focus({ preventScroll: true });
    return close;
  }

  /** Asks; resolves with true for yes, false for no or a closed question. */
  ask({ title, text = "", yes, no }) {
    return new Promise((resolve) => {
      const close = this.open(
        el("div", { class: "question" },
          el("h3", { text: title }),
          text ? el("p", { text }) : null,
          el("div", { class: "answers" },
            no ? el("button", { type: "button", class: "flat", text: no, on: { click: () => close(false) } }) : null,
            el("button", { type: "button", class: "flat strong", "data-focus": true, text: yes, on: { click: () => close(true) } }))),
        { label: title, onClose: (value) => resolve(value === true) },
      );
    });
  }

  /** Closes everything that is open. */
  clear() {
    for (const close of [...this.#open]) close();
    this.toastBox.replaceChildren();
  }
}

function keepInside(event, box) {
  const stops = focusable(box);
  if (!stops.length) return;
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge && box.contains(document.activeElement)) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0]).focus();
}
