/** One bubble: a message, or all messages of one album. */
import { nameTint } from "./avatar.js";
import { el } from "./dom.js";
import { clock, money } from "./format.js";
import { icon, tail, ticks } from "./icons.js";
import { inlineKeyboard } from "./keyboard.js";
import { ownFile, telegramLink } from "./links.js";
import { albumGrid, mediaOf } from "./media.js";
import { loneEmoji, plainText, richText } from "./richtext.js";
import { hasWord, t } from "./words.js";

const BARE = new Set(["sticker", "video_note"]); // shown without a bubble around them

/**
 * Draws an item: `messages` is one message or an album in order. `context`: {outgoing, group, tools} where tools
 * are openPhoto, press, waits, follow, command, react, jump, menu of the phone that shows it.
 */
export function bubble(messages, context) {
  const message = messages[0];
  if (message.kind === "service") return service(message);
  const words = messages.find((each) => each.text) ?? message;
  const media = messages.length > 1 ? albumGrid(messages, context.tools) : mediaOf(message, context.tools);
  const emoji = message.kind === "text" && !message.reply_to ? loneEmoji(words.text) : 0;
  const bare = BARE.has(message.kind) || emoji > 0;
  const picture = media && (message.location || ["photo", "video", "animation"].includes(message.kind));
  const kinds = ["bubble", `kind-${message.kind}`];
  if (bare) kinds.push("bare");
  if (messages.some((each) => each.edited)) kinds.push("was-edited");
  if (picture) kinds.push("has-picture");
  if (picture && !words.text && !message.reply_to) kinds.push("only-picture");

  const body = el("div", { class: kinds.join(" ") });
  body.append(...head(message, context).filter(Boolean));
  if (message.invoice) body.append(invoice(message));
  else if (media) body.append(media);
  if (emoji) body.append(el("div", { class: `lone-emoji count-${emoji}`, text: words.text }));
  else if (words.text && !message.invoice && message.kind !== "sticker") body.append(text(words));
  body.append(meta(messages, context));
  const chips = reactions(messages, context);
  if (chips) body.append(chips);
  if (!bare) body.append(tail());
  body.addEventListener("click", (event) => clicked(event, context.tools));
  const rows = buttonRows(message);
  const parts = [body];
  if (rows.length) parts.push(keyboard(rows, message, context.tools));
  return el("div", { class: rows.length ? "stack with-keyboard" : "stack" }, ...parts);
}

/** One line that stands for a message in a quote or a notice. */
export function summary(message) {
  if (message.text) return message.text;
  if (message.invoice) return message.invoice.title;
  return hasWord(message.kind) ? t(message.kind) : "";
}

function service(message) {
  return el("div", { class: "stack" }, el("div", { class: "service" }, message.html ? richText(message.html) : plainText(message.text ?? "")));
}

function head(message, { outgoing, group, tools }) {
  const parts = [];
  if (group && !outgoing && message.from) {
    parts.push(el("div", { class: `sender ${nameTint(message.from.id)}`, text: message.from.name }));
  }
  if (message.forwarded_from) parts.push(el("div", { class: "forwarded", text: t("forwarded", { name: message.forwarded_from }) }));
  if (message.via_bot) parts.push(el("div", { class: "forwarded", text: t("via", { name: String(message.via_bot).replace(/^@/, "") }) }));
  if (message.reply_to) {
    const quote = el("button", { type: "button", class: "quote", on: { click: () => tools.jump(message.reply_to.id) } });
    quote.append(el("b", { text: tools.author(message.reply_to.id) }), el("span", { text: message.reply_to.text || tools.summaryOf(message.reply_to.id) }));
    parts.push(quote);
  }
  return parts;
}

function text(message) {
  const node = el("div", { class: "text" }, message.html ? richText(message.html) : plainText(message.text));
  for (const quote of node.querySelectorAll("blockquote.expandable")) quote.addEventListener("click", () => quote.classList.toggle("open"));
  return node;
}

function meta(messages, { outgoing }) {
  const last = messages.at(-1);
  const edited = messages.some((each) => each.edited);
  return el(
    "span",
    { class: "meta" },
    edited ? el("span", { class: "edited", w: "edited" }) : null,
    el("time", { datetime: last.date, text: clock(last.date) }),
    outgoing ? ticks() : null,
  );
}

function reactions(messages, { tools }) {
  const counts = new Map();
  for (const each of messages) {
    for (const reaction of each.reactions ?? []) {
      const kept = counts.get(reaction.emoji) ?? [];
      counts.set(reaction.emoji, [...kept, reaction.from?.id ?? reaction.from]);
    }
  }
  if (!counts.size) return null;
  const chips = [...counts].map(([emoji, from]) => {
    const mine = from.includes(tools.me());
    return el(
      "button",
      { type: "button", class: `reaction${mine ? " mine" : ""}`, "aria-pressed": String(mine), "aria-label": t("react", { emoji }), on: { click: () => tools.react(messages[0], mine ? null : emoji) } },
      el("span", { class: "reaction-emoji", text: emoji }),
      el("span", { text: String(from.length) }),
    );
  });
  return el("div", { class: "reactions" }, ...chips);
}

function invoice(message) {
  const { title, description, currency, total_amount: total, photo_url: photo, paid } = message.invoice;
  const address = ownFile(photo);
  return el(
    "div",
    { class: "invoice" },
    address ? el("img", { class: "invoice-photo", src: address, alt: "" }) : null,
    el("b", { class: "invoice-title", text: title }),
    el("span", { class: "invoice-about", text: description }),
    el("span", { class: "invoice-sum" }, el("b", { text: money(total, currency) }), el("span", { class: paid ? "paid" : "", w: paid ? "receipt" : "test_invoice" })),
  );
}

function buttonRows(message) {
  const rows = message.buttons ?? [];
  const payable = message.invoice && !message.invoice.paid && !rows.flat().some((button) => button.pay);
  const sum = message.invoice && money(message.invoice.total_amount, message.invoice.currency);
  // The sandbox's own words for a pay button without any give way to the page's, in its language.
  const plain = message.invoice && `Заплатить ${(message.invoice.total_amount / 100).toFixed(2)} ${message.invoice.currency}`;
  const named = (button) => (button.pay && button.text === plain ? { ...button, text: t("pay", { sum }) } : button);
  return payable ? [[{ text: t("pay", { sum }), pay: true }], ...rows] : rows.map((row) => row.map(named));
}

function keyboard(rows, message, tools) {
  const box = inlineKeyboard(rows, (button, control) => tools.press(message, button, control.place));
  for (const node of box.querySelectorAll(".inline-button")) {
    const waiting = tools.waits(message.id, node.dataset.place);
    node.classList.toggle("waiting", waiting);
    if (waiting) node.setAttribute("aria-busy", "true");
  }
  return box;
}

function clicked(event, tools) {
  const command = event.target.closest("[data-command]");
  if (command) {
    event.preventDefault();
    tools.command(command.dataset.command);
    return;
  }
  const link = event.target.closest("a[data-href]");
  if (!link) return;
  const hidden = link.textContent !== link.dataset.href && telegramLink(link.dataset.href) === null && !link.dataset.href.includes(link.textContent);
  if (tools.follow(link.dataset.href, hidden)) event.preventDefault();
}

/** The button that opens a message's menu for those without a right mouse button. */
export const menuButton = (open) =>
  el("button", { type: "button", class: "message-menu", wLabel: "message_menu", tabindex: "0", on: { click: open } }, icon("more", 18));
