/** The menu of a message: reactions on top, then reply, edit, copy, and opening its link as somebody else. */
import { api } from "./api.js";
import { el } from "./dom.js";
import { telegramLink } from "./links.js";
import { openMenu } from "./menu.js";
import { copyText } from "./press.js";
import { t } from "./words.js";

const REACTIONS = ["👍", "❤️", "🔥", "🎉", "😁", "😢", "👎"];

/** Opens the menu at a point; `owner` gets the focus back. */
export function messageMenu(phone, message, point, owner) {
  const own = message.from?.id === phone.person.id;
  const items = [{ label: t("reply"), image: "reply", run: () => phone.composer.reply(message) }];
  if (own && message.text && !message.via_bot && !message.forwarded_from) {
    items.push({ label: t("edit"), image: "edit", run: () => phone.composer.edit(message) });
  }
  if (message.text) items.push({ label: t("copy"), image: "copy", run: () => copyText(phone, message.text) });
  const link = botLink(phone, message);
  if (link) items.push({ label: t("open_as"), image: "share", run: () => phone.app.shareLink(link, "", phone.person.id) });
  if (own) items.push({ label: t("delete"), image: "trash", danger: true, run: () => phone.attempt(() => api.remove(phone.person.id, phone.chatId, message.id)) });
  openMenu(point, items, { top: (close) => reactionRow(phone, message, close), owner, label: t("message_menu") });
}

function reactionRow(phone, message, close) {
  return el(
    "div",
    { class: "reaction-row" },
    ...REACTIONS.map((emoji) =>
      el("button", { type: "button", role: "menuitem", text: emoji, "aria-label": t("react", { emoji }), on: { click: () => { close(); phone.react(message, emoji); } } })),
  );
}

function botLink(phone, message) {
  const row = phone.log.root.querySelector(`[data-message-id="${message.id}"]`);
  const links = [...(row?.querySelectorAll("a[data-href]") ?? [])].map((node) => node.dataset.href);
  return links.find((href) => telegramLink(href)?.bot?.toLowerCase() === phone.bot().username?.toLowerCase());
}
