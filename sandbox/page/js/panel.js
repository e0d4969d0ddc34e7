/** The side panel: letters, SMS, API calls and faults, with a count of what came unseen. */
import { api } from "./api.js";
import { CallsTab } from "./calls.js";
import { el, iconButton } from "./dom.js";
import { FaultsTab } from "./faults.js";
import { icon } from "./icons.js";
import { InboxTab, letterRow, smsRow } from "./letters.js";
import { recall, remember } from "./settings.js";

const COUNTED = new Set(["letters", "sms"]);

export class Panel {
  #unseen = { letters: 0, sms: 0 };

  constructor(app, onChange) {
    this.onChange = onChange;
    this.tabs = {
      letters: new InboxTab(api.mail, (row) => letterRow(row, app), "empty_letters"),
      sms: new InboxTab(api.sms, (row) => smsRow(row, app), "empty_sms"),
      calls: new CallsTab(),
      faults: new FaultsTab(),
    };
    this.buttons = {};
    const bar = el("div", { class: "tab-bar", role: "tablist", wLabel: "panel", on: { keydown: (event) => this.#walk(event) } });
    for (const [name, tab] of Object.entries(this.tabs)) {
      this.buttons[name] = el(
        "button",
        { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": `tab-body-${name}`, on: { click: () => this.select(name) } },
        el("span", { w: name }), el("span", { class: "count", hidden: true }),
      );
      tab.root.id = `tab-body-${name}`;
      tab.root.setAttribute("role", "tabpanel");
      tab.root.setAttribute("aria-labelledby", `tab-${name}`);
      bar.append(this.buttons[name]);
    }
    const close = iconButton(icon("close", 20), "close", () => this.toggle(false), { class: "icon-button panel-close" });
    this.root = el("aside", { class: "panel", wLabel: "panel", hidden: true }, el("div", { class: "panel-head" }, bar, close), ...Object.values(this.tabs).map((tab) => tab.root));
    this.selected = recall("tab", "calls");
    if (!this.tabs[this.selected]) this.selected = "calls";
    this.select(this.selected);
    this.toggle(recall("panel", innerWidth >= 1560), false);
  }

  get open() {
    return !this.root.hidden;
  }

  /** How many letters and SMS nobody has looked at. */
  get unseen() {
    return this.#unseen.letters + this.#unseen.sms;
  }

  toggle(open = !this.open, keep = true) {
    this.root.hidden = !open;
    if (keep) remember("panel", open);
    this.#look();
  }

  select(name) {
    this.selected = name;
    remember("tab", name);
    for (const [each, tab] of Object.entries(this.tabs)) {
      tab.root.hidden = each !== name;
      this.buttons[each].setAttribute("aria-selected", String(each === name));
      this.buttons[each].tabIndex = each === name ? 0 : -1;
    }
    if (name === "faults") this.tabs.faults.load().catch((error) => console.warn(error.message));
    this.#look();
  }

  /** Reads everything anew. */
  async load() {
    this.#unseen = { letters: 0, sms: 0 };
    await Promise.all(Object.values(this.tabs).map((tab) => tab.load()));
    this.#look();
  }

  /** Takes an event that belongs here; false for any other. */
  handle(event) {
    const [tab, row] = { mail: ["letters", event.mail], sms: ["sms", event.sms], call: ["calls", event.call] }[event.type] ?? [];
    if (!tab) return false;
    this.tabs[tab].add(row ?? event);
    if (COUNTED.has(tab)) {
      this.#unseen[tab] += 1;
      this.#look();
    }
    return true;
  }

  /** Draws the words of what is already listed anew. */
  relanguage() {
    this.load().catch((error) => console.warn(error.message));
  }

  #look() {
    if (this.open && COUNTED.has(this.selected)) this.#unseen[this.selected] = 0;
    for (const name of COUNTED) {
      const mark = this.buttons[name].querySelector(".count");
      mark.textContent = String(this.#unseen[name]);
      mark.hidden = this.#unseen[name] === 0;
    }
    this.onChange();
  }

  #walk(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const names = Object.keys(this.tabs);
    const name = names[(names.indexOf(this.selected) + step + names.length) % names.length];
    this.select(name);
    this.buttons[name].focus();
  }
}
