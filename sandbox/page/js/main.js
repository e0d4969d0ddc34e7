/** Puts the page together: people, phones, the panel, and the stream of events between them. */
import { api } from "./api.js";
import { pageQuestion } from "./dialog.js";
import { el, reducedMotion } from "./dom.js";
import { listen } from "./events.js";
import { Panel } from "./panel.js";
import { PeopleBar } from "./people.js";
import { Phone } from "./phone.js";
import { applySettings, recall, remember } from "./settings.js";
import { shareDialog } from "./share.js";
import { TopBar } from "./topbar.js";
import { onLanguage, t } from "./words.js";

const OPEN_AT_FIRST = 3;

class App {
  people = new Map();
  groups = new Map();
  phones = new Map();
  bot = {};
  current = null; // the person whose phone is shown where there is room for one

  constructor(root) {
    this.root = root;
    this.bar = new PeopleBar(this);
    this.desk = el("main", { class: "desk", id: "desk", tabindex: "-1", wLabel: "phones" });
    this.panel = new Panel(this, () => this.top?.draw());
    this.top = new TopBar(this, this.bar);
    root.append(el("a", { class: "skip", href: "#desk", w: "skip" }), this.top.root, el("div", { class: "stage" }, this.desk, this.panel.root));
    onLanguage(() => {
      this.bar.draw();
      this.top.draw();
      this.panel.relanguage();
      for (const phone of this.phones.values()) phone.relanguage();
    });
  }

  async run() {
    await this.#read();
    const people = [...this.people.keys()];
    const kept = recall("open", []).filter((id) => this.people.has(id));
    for (const id of kept.length ? kept : people.slice(0, OPEN_AT_FIRST)) this.openPhone(id);
    this.#show([...this.phones.keys()][0] ?? null);
    listen({
      onEvent: (event) => this.#event(event),
      onLine: (up) => {
        if (!up) this.root.dataset.line = "down";
        this.top.setLine(up);
      },
      onCatchUp: async () => {
        await this.#catchUp();
        this.root.dataset.line = "up";
      },
    });
  }

  /** Opens a person's phone, or brings the open one into sight. */
  openPhone(id, show = false) {
    let phone = this.phones.get(id);
    if (!phone) {
      phone = new Phone(this.people.get(id), this);
      this.phones.set(id, phone);
      this.desk.append(phone.root);
      phone.load();
      this.#keep();
    }
    if (show) {
      this.#show(id);
      phone.root.scrollIntoView({ inline: "nearest", block: "nearest", behavior: reducedMotion() ? "instant" : "smooth" });
      phone.root.focus({ preventScroll: true });
    }
    this.bar.draw();
    return phone;
  }

  closePhone(id) {
    this.phones.get(id)?.root.remove();
    this.phones.delete(id);
    this.#keep();
    this.#show(this.current === id ? ([...this.phones.keys()][0] ?? null) : this.current);
  }

  /** True when somebody looking at the page sees this person's phone. */
  inSight(id) {
    if (!this.phones.has(id)) return false;
    return this.phones.get(id).root.getClientRects().length > 0;
  }

  shareLink(address, text, from) {
    shareDialog(this, address, text, from);
  }

  async readGroups() {
    const groups = await api.groups();
    this.groups = new Map(groups.map((group) => [group.id, group]));
    for (const phone of this.phones.values()) phone.header.draw();
  }

  async reset() {
    if (!(await pageQuestion(t("reset"), t("reset_sure"), t("reset_yes")))) return;
    await api.reset().catch((error) => console.warn(error.message));
  }

  async #read() {
    const [people, groups, state] = await Promise.all([api.people(), api.groups(), api.state()]);
    this.people = new Map(people.map((person) => [person.id, person]));
    this.groups = new Map(groups.map((group) => [group.id, group]));
    this.bot = state.bot ?? {};
    this.panel.load().catch((error) => console.warn(error.message));
    this.bar.draw();
  }

  async #readPeople() {
    const [people, state] = await Promise.all([api.people(), api.state()]);
    this.people = new Map(people.map((person) => [person.id, person]));
    this.bot = state.bot ?? {};
    for (const [id, phone] of this.phones) if (this.people.has(id)) phone.setPerson(this.people.get(id));
    this.bar.draw();
  }

  #event(event) {
    if (this.panel.handle(event)) return;
    const reading = { person: () => this.#readPeople(), commands: () => this.#readPeople(), group: () => this.readGroups(), reset: () => this.#startOver() }[event.type];
    if (reading) {
      reading().catch((error) => console.warn(error.message));
      return;
    }
    this.bar.count(event);
    for (const phone of this.phones.values()) phone.handle(event);
  }

  async #startOver() {
    await this.#read();
    for (const id of [...this.phones.keys()]) if (!this.people.has(id)) this.closePhone(id);
    this.bar.unread.clear();
    for (const phone of this.phones.values()) {
      phone.forget();
      phone.setPerson(this.people.get(phone.person.id));
      await phone.load();
    }
    if (!this.phones.size) for (const id of [...this.people.keys()].slice(0, OPEN_AT_FIRST)) this.openPhone(id);
    this.#show(this.phones.has(this.current) ? this.current : ([...this.phones.keys()][0] ?? null));
  }

  async #catchUp() {
    await this.#readPeople().catch((error) => console.warn(error.message));
    await this.readGroups().catch((error) => console.warn(error.message));
    // The sandbox may have been started anew meanwhile: then everything is read from the beginning.
    for (const phone of this.phones.values()) {
      if (!this.people.has(phone.person.id)) this.closePhone(phone.person.id);
      else await phone.catchUp();
    }
    this.panel.load().catch((error) => console.warn(error.message));
  }

  #show(id) {
    this.current = id;
    if (id !== null) this.bar.seen(id);
    for (const [each, phone] of this.phones) phone.root.classList.toggle("current", each === id);
    this.bar.draw();
  }

  #keep() {
    remember("open", [...this.phones.keys()]);
  }
}

applySettings();
const root = document.getElementById("page");
const app = new App(root);
app.run().then(
  () => root.setAttribute("data-ready", "true"),
  (error) => {
    root.append(el("p", { class: "fatal", role: "alert", text: t("failed", { why: error.message }) }));
    setTimeout(() => location.reload(), 3000); // the sandbox may still be starting
  },
);
