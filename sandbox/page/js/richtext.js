/**
 * Formatted text as DOM, by an allow-list. The markup is parsed in an inert document and rebuilt element by
 * element: nothing that is not named here reaches the page, whatever a message or a letter contains.
 */
import { el } from "./dom.js";
import { safeUrl } from "./links.js";

const INLINE = {
  b: "strong", strong: "strong", i: "em", em: "em", u: "u", ins: "u", s: "s", strike: "s", del: "s",
  code: "code", pre: "pre", blockquote: "blockquote", br: "br", "tg-emoji": "span", span: "span", sub: "sub", sup: "sup",
};
const BLOCKS = new Set(
  "p div h1 h2 h3 h4 h5 h6 ul ol li table thead tbody tfoot tr td th hr section article header footer main center small font".split(" "),
);
const DROPPED = new Set("script style title template iframe object embed noscript svg math textarea select form".split(" "));

const FOUND = new RegExp(
  [
    "https?:\\/\\/[^\\s<>\"']+",
    "(?<![\\w./@-])t\\.me\\/[^\\s<>\"']+",
    "(?<![\\w/.<>-])\\/[a-zA-Z][\\w]{0,31}(?:@\\w{3,32})?(?![\\w/<>])",
    "(?<![\\w@./])@[a-zA-Z]\\w{2,31}(?!\\w)",
    "(?<![\\p{L}\\w&])#[\\p{L}\\d_]{2,}",
  ].join("|"),
  "gu",
);

/**
 * Builds the nodes of `html`. `blocks` also allows a letter's paragraphs, lists and tables. Links carry
 * data-href, commands data-command: whoever shows the text listens for clicks on them.
 */
export function richText(html, { blocks = false } = {}) {
  const parsed = new DOMParser().parseFromString(`<body>${html ?? ""}</body>`, "text/html");
  const into = document.createDocumentFragment();
  for (const node of parsed.body.childNodes) copy(node, into, { blocks, linked: false });
  return into;
}

/** Plain text as nodes, with addresses and commands made clickable. */
export function plainText(text) {
  const into = document.createDocumentFragment();
  appendText(text, into, false);
  return into;
}

function copy(node, into, context) {
  if (node.nodeType === Node.TEXT_NODE) {
    appendText(node.data, into, context.linked || context.blocks);
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE) return;
  const tag = node.localName;
  if (DROPPED.has(tag)) return;
  const made = element(node, tag, context);
  const linked = context.linked || tag === "a" || tag === "code" || tag === "pre";
  for (const child of node.childNodes) copy(child, made ?? into, { ...context, linked });
  if (made) into.append(made);
}

function element(node, tag, context) {
  if (tag === "a") return link(node);
  if (tag === "tg-spoiler" || (tag === "span" && /^(tg-)?spoiler$/.test(node.className))) return spoiler();
  if (tag === "pre") return codeBlock(node);
  if (tag === "blockquote") return el("blockquote", { class: node.hasAttribute("expandable") || node.className === "expandable" ? "expandable" : "" });
  if (Object.hasOwn(INLINE, tag)) return el(INLINE[tag]);
  if (context.blocks && BLOCKS.has(tag)) return el(tag === "font" || tag === "center" ? "div" : tag);
  return null; // an unknown tag: its words stay, it goes
}

function codeBlock(node) {
  const named = node.dataset.language ?? node.querySelector("code")?.className.replace(/^language-/, "") ?? "";
  const language = /^[\w+#.-]{1,20}$/.test(named) ? named : null;
  return el("pre", { "data-language": language });
}

function link(node) {
  const href = safeUrl(node.getAttribute("href"));
  return href ? anchor(href, null) : el("span");
}

function anchor(href, text) {
  return el("a", { href, rel: "noopener noreferrer nofollow", target: "_blank", dataset: { href }, text });
}

function spoiler() {
  const node = el("span", { class: "spoiler", role: "button", tabindex: "0", wLabel: "spoiler" });
  const open = (event) => {
    if (node.classList.contains("open")) return;
    event.preventDefault();
    event.stopPropagation();
    node.classList.add("open");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
    delete node.dataset.wLabel;
  };
  node.addEventListener("click", open, true);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") open(event);
  });
  return node;
}

function appendText(text, into, linked) {
  if (linked) {
    into.append(text);
    return;
  }
  let at = 0;
  for (const match of text.matchAll(FOUND)) {
    const found = match[0].replace(/[.,;:!?)\]}»"']+$/u, "");
    if (!found) continue;
    into.append(text.slice(at, match.index), live(found));
    at = match.index + found.length;
  }
  into.append(text.slice(at));
}

function live(found) {
  if (found.startsWith("/")) return el("a", { href: "#", class: "command", dataset: { command: found }, text: found });
  if (found.startsWith("#")) return el("span", { class: "hashtag", text: found });
  if (found.startsWith("@")) return el("span", { class: "mention", text: found });
  const href = safeUrl(found);
  return href ? anchor(href, found) : el("span", { text: found });
}

const EMOJI = /^(?:\p{RGI_Emoji}|\s){1,12}$/v;

/** How many emoji a text of nothing but one to three emoji has; 0 for any other text. */
export function loneEmoji(text) {
  const trimmed = (text ?? "").trim();
  if (!trimmed || trimmed.length > 40 || !EMOJI.test(trimmed)) return 0;
  const count = [...new Intl.Segmenter().segment(trimmed.replace(/\s/g, ""))].length;
  return count <= 3 ? count : 0;
}
