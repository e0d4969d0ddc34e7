/** Building elements without ever parsing markup from data. */
import { t } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes an element. `props`: class, text, dataset, on (listeners), style (through the CSSOM, so the content
 * security policy holds), w / wLabel / wTitle / wPlaceholder (keys of words.js, renewed when the language
 * changes); every other key is an attribute (true: empty attribute; false, null, undefined: left out).
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") node.className = value;
    else if (key === "text") node.textContent = value;
    else if (key === "dataset") Object.assign(node.dataset, value);
    else if (key === "style") Object.entries(value).forEach(([name, to]) => node.style.setProperty(name, to));
    else if (key === "on") Object.entries(value).forEach(([name, to]) => node.addEventListener(name, to));
    else if (key === "w") word(node, "w", value);
    else if (key === "wLabel" || key === "wTitle" || key === "wPlaceholder") word(node, key, value);
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

function word(node, slot, key) {
  node.dataset[slot] = key;
  if (slot === "w") node.textContent = t(key);
  if (slot === "wLabel") node.setAttribute("aria-label", t(key));
  if (slot === "wTitle") node.title = t(key);
  if (slot === "wPlaceholder") node.placeholder = t(key);
}

/** Names an element anew by a key of words.js (its label and its tooltip). */
export function relabel(node, key) {
  word(node, "wLabel", key);
  word(node, "wTitle", key);
}

/** Makes an SVG element with attributes. */
export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}

/** A button that shows an icon and is named by a key of words.js. */
export function iconButton(image, key, onClick, extra = {}) {
  return el("button", { type: "button", class: "icon-button", wLabel: key, wTitle: key, on: { click: onClick }, ...extra }, image);
}

export const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** Animates unless the person asked for less motion; always resolves when it is over. */
export async function animate(node, frames, options) {
  if (reducedMotion() || !node.animate || document.hidden) return;
  try {
    await node.animate(frames, options).finished;
  } catch (error) {
    if (error.name !== "AbortError") throw error; // removed while it moved
  }
}

/** The focusable elements under root, in order. */
export const focusable = (root) =>
  [...root.querySelectorAll("a[href],button,input,select,textarea,[tabindex]")].filter(
    (node) => !node.disabled && node.tabIndex >= 0 && node.getClientRects().length > 0,
  );
