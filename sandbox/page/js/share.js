/** "Who opens this link?": a consultant's invite goes from one phone to another here, as people forward it. */
import { avatar } from "./avatar.js";
import { pageDialog } from "./dialog.js";
import { el } from "./dom.js";
import { safeUrl, telegramLink } from "./links.js";
import { roleOf } from "./people.js";
import { t } from "./words.js";

/** Asks which person opens `address`; for the bot's own links that person follows it in their phone. */
export function shareDialog(app, address, text, from) {
  const href = safeUrl(address);
  const link = telegramLink(address);
  const ours = link?.bot?.toLowerCase() === app.bot.username?.toLowerCase();
  const people = [...app.people.values()].filter((person) => person.id !== from);
  const close = pageDialog(t("share_with"), el(
    "div",
    { class: "share" },
    text ? el("p", { text }) : null,
    el("p", { class: "share-link", text: href ?? String(address) }),
    ours
      ? el("div", { class: "share-people" }, ...people.map((person) =>
          el(
            "button",
            { type: "button", class: "share-person", on: { click: () => { close(); app.openPhone(person.id, true).start(link.start); } } },
            avatar(person.id, person.first_name, "medium"),
            el("span", { class: "file-about" }, el("b", { text: person.first_name }), el("span", { class: "file-size", text: t(roleOf(person)) })),
          )))
      : null,
  ));
}
