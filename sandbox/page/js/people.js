/** The people of the sandbox: the row of names at the top, and the forms that add a person or a group. */
import { api } from "./api.js";
import { field } from "./attach.js";
import { avatar } from "./avatar.js";
import { formDialog } from "./dialog.js";
import { el, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** The key of a person's role: ids of four digits are dealt out by the thousand (1001 customer, 2001 consultant, 3001 admin). */
export function roleOf({ id }) {
  return { 1: "role_customer", 2: "role_consultant", 3: "role_admin" }[Math.floor(id / 1000)] ?? "role_person";
}

export class PeopleBar {
  constructor(app) {
    this.app = app;
    this.unread = new Map(); // person id -> messages that came to a phone nobody sees
    this.list = el("div", { class: "chips", role: "group", wLabel: "people" });
    this.root = el(
      "div",
      { class: "people" },
      this.list,
      iconButton(icon("plus", 20), "add_person", () => this.#addPerson()),
      iconButton(icon("group", 20), "add_group", () => this.#addGroup()),
    );
  }

  draw() {
    const { people, phones, current } = this.app;
    this.list.replaceChildren(...[...people.values()].map((person) => {
      const unread = this.unread.get(person.id);
      return el(
        "button",
        {
          type: "button", class: `chip${person.id === current ? " current" : ""}`, dataset: { person: person.id },
          "aria-pressed": String(phones.has(person.id)), "aria-label": t("open_phone", { name: person.first_name }), title: t(roleOf(person)),
          on: { click: () => this.app.openPhone(person.id, true) },
        },
        avatar(person.id, person.first_name, "tiny"),
        el("span", { text: person.first_name }),
        unread ? el("span", { class: "count", text: String(unread) }) : null,
      );
    }));
  }

  /** Counts a message that came to somebody whose phone is not in sight. */
  count(event) {
    const { person_id: id, message, type } = event;
    if (type !== "message" || message?.kind === "service" || message?.from?.id === id || this.app.inSight(id)) return;
    this.unread.set(id, (this.unread.get(id) ?? 0) + 1);
    this.draw();
  }

  seen(id) {
    this.unread.delete(id);
  }

  #addPerson() {
    const language = el("select", { name: "language_code" }, el("option", { value: "ru", text: "Русский" }), el("option", { value: "en", text: "English" }));
    const fields = [
      field("first_name", el("input", { name: "first_name", required: true, maxlength: 64, autocomplete: "off", "data-focus": true })),
      field("last_name", el("input", { name: "last_name", maxlength: 64, autocomplete: "off" })),
      el("div", { class: "pair" },
        field("username", el("input", { name: "username", pattern: "[A-Za-z][A-Za-z0-9_]{3,31}", autocomplete: "off" })),
        field("phone_number", el("input", { name: "phone", type: "tel", pattern: "\\+?[0-9 \\(\\)\\-]{5,20}", autocomplete: "off", placeholder: "+79000000000" }))),
      el("div", { class: "pair" }, field("language", language), field("person_id", el("input", { name: "id", type: "number", min: 1, max: 2 ** 51 }))),
    ];
    formDialog(t("add_person"), fields, t("add"), async (data) => {
      const person = Object.fromEntries([...data].map(([key, value]) => [key, value.trim()]).filter(([, value]) => value));
      if (person.id) person.id = Number(person.id);
      const made = await api.addPerson(person);
      this.app.people.set(made.id, made);
      this.app.openPhone(made.id, true);
    });
  }

  #addGroup() {
    const members = [...this.app.people.values()].map((person) =>
      el("label", { class: "check" }, el("input", { type: "checkbox", name: "member", value: person.id, checked: this.app.phones.has(person.id) }), el("span", { text: person.first_name })));
    const fields = [
      field("group_title", el("input", { name: "title", required: true, maxlength: 128, autocomplete: "off", "data-focus": true })),
      el("fieldset", {}, el("legend", { w: "members" }), ...members),
      el("label", { class: "check" }, el("input", { type: "checkbox", name: "is_forum" }), el("span", { w: "forum" })),
    ];
    formDialog(t("add_group"), fields, t("create"), async (data) => {
      const group = await api.addGroup({ title: data.get("title").trim(), members: data.getAll("member").map(Number), is_forum: data.has("is_forum") });
      await this.app.readGroups();
      for (const member of group.members ?? []) this.app.phones.get(member)?.switchChat(group.id);
    });
  }
}
