/** Round avatars: initials on a gradient that a person keeps, as Telegram draws them. */
import { el } from "./dom.js";

const COLOURS = 7;

/** The avatar of somebody with an id and a name. */
export function avatar(id, name, size = "") {
  const words = String(name ?? "").trim().split(/\s+/).filter(Boolean);
  const initials = words.slice(0, 2).map((word) => [...word][0]).join("").toUpperCase();
  const colour = Math.abs(Number(id) || 0) % COLOURS;
  return el("span", { class: `avatar tint-${colour} ${size}`, "aria-hidden": "true", text: initials || "?" });
}

/** The colour class of a person's name in a group. */
export const nameTint = (id) => `name-${Math.abs(Number(id) || 0) % COLOURS}`;
