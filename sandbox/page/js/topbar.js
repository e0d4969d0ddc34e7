/** The bar over everything: the name, the people, the state of the line, and the page's own switches. */
import { el, iconButton, relabel } from "./dom.js";
import { icon } from "./icons.js";
import { remember, setTheme, theme } from "./settings.js";
import { currentLanguage, setLanguage } from "./words.js";

export class TopBar {
  constructor(app, people) {
    this.app = app;
    this.line = el("span", { class: "line", role: "status" }, el("i", { "aria-hidden": "true" }), el("span", { w: "online" }));
    this.themeButton = iconButton(icon("moon", 20), "theme_dark", () => this.#theme());
    this.languageButton = el("button", { type: "button", class: "icon-button language", wLabel: "switch_language", wTitle: "switch_language", on: { click: () => this.#language() } });
    this.panelButton = iconButton(icon("panel", 20), "panel", () => app.panel.toggle());
    this.panelCount = el("span", { class: "count", hidden: true });
    this.panelButton.append(this.panelCount);
    this.resetButton = iconButton(icon("reload", 20), "reset", () => app.reset());
    this.root = el(
      "header",
      { class: "topbar" },
      el("h1", { wTitle: "lead" }, el("span", { class: "logo" }, icon("send", 18)), el("span", { class: "brand", w: "title" })),
      people.root,
      el("div", { class: "switches" }, this.line, this.resetButton, this.languageButton, this.themeButton, this.panelButton),
    );
    document.addEventListener("theme", () => this.draw());
    this.draw();
  }

  /** Shows whether the event stream is up. */
  setLine(up) {
    this.line.classList.toggle("down", !up);
    const words = this.line.lastElementChild;
    if (words.dataset.w !== (up ? "online" : "offline")) relabelText(words, up ? "online" : "offline");
  }

  draw() {
    const dark = theme() === "dark";
    this.themeButton.replaceChildren(icon(dark ? "sun" : "moon", 20));
    relabel(this.themeButton, dark ? "theme_light" : "theme_dark");
    this.languageButton.textContent = currentLanguage() === "ru" ? "EN" : "RU";
    const { panel } = this.app;
    this.panelButton.setAttribute("aria-expanded", String(panel?.open ?? false));
    const unseen = panel && !panel.open ? panel.unseen : 0;
    this.panelCount.textContent = String(unseen);
    this.panelCount.hidden = unseen === 0;
  }

  #theme() {
    setTheme(theme() === "dark" ? "light" : "dark");
  }

  #language() {
    const next = currentLanguage() === "ru" ? "en" : "ru";
    remember("language", next);
    setLanguage(next);
    this.draw();
  }
}

function relabelText(node, key) {
  node.replaceWith(el("span", { w: key }));
}
