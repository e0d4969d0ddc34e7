/** JSON as coloured text, built node by node. */
import { el } from "./dom.js";

const TOKENS = /("(?:\\.|[^"\\])*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const LONGEST = 20_000; // characters shown

/** A <pre> with the value; strings that hold JSON themselves (as forms send them) are opened up. */
export function jsonView(value) {
  let text = JSON.stringify(unfold(value), null, 2) ?? "null";
  if (text.length > LONGEST) text = `${text.slice(0, LONGEST)}\n…`;
  const node = el("pre", { class: "json" });
  let at = 0;
  for (const match of text.matchAll(TOKENS)) {
    node.append(text.slice(at, match.index));
    const [whole, string, colon, word] = match;
    if (colon) node.append(el("span", { class: "j-key", text: string }), colon);
    else node.append(el("span", { class: string ? "j-text" : word ? "j-word" : "j-number", text: whole }));
    at = match.index + whole.length;
  }
  node.append(text.slice(at));
  return node;
}

function unfold(value) {
  if (Array.isArray(value)) return value.map(unfold);
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, unfold(each)]));
  if (typeof value === "string" && /^[[{]/.test(value)) {
    try {
      return unfold(JSON.parse(value));
    } catch {
      return value; // only looked like JSON
    }
  }
  return value;
}
