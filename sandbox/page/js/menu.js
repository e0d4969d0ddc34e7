/** Menus that pop up at a point: arrow keys walk, Escape and a click elsewhere close. */
import { el } from "./dom.js";
import { icon } from "./icons.js";

let closeOpen = null;

/**
 * Opens a menu at `point` {x, y}. `items`: [{label, image?, danger?, run}] or null for a line between;
 * `top` is an element shown above the items. Focus returns to `owner` afterwards.
 */
export function openMenu(point, items, { top = null, owner = document.activeElement, label } = {}) {
  closeOpen?.();
  const menu = el("div", { class: "menu", role: "menu", "aria-label": label });
  const close = () => {
    if (closeOpen !== close) return;
    closeOpen = null;
    menu.remove();
    document.removeEventListener("pointerdown", outside, true);
    removeEventListener("resize", close);
    if (owner?.isConnected) owner.focus({ preventScroll: true });
  };
  const outside = (event) => !menu.contains(event.target) && close();
  if (top) menu.append(top(close));
  for (const item of items) {
    if (!item) {
      menu.append(el("hr"));
      continue;
    }
    menu.append(el(
      "button",
      { type: "button", role: "menuitem", class: item.danger ? "danger" : "", on: { click: () => { close(); item.run(); } } },
      item.image ? icon(item.image, 20) : null,
      el("span", { text: item.label }),
      item.count ? el("span", { class: "count", text: String(item.count) }) : null,
    ));
  }
  menu.addEventListener("keydown", (event) => walk(event, menu, close));
  document.body.append(menu);
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(point.x, innerWidth - width - 8))}px`;
  menu.style.top = `${Math.max(8, point.y + height + 8 > innerHeight ? point.y - height : point.y)}px`;
  closeOpen = close;
  document.addEventListener("pointerdown", outside, true);
  addEventListener("resize", close);
  menu.querySelector("button")?.focus({ preventScroll: true });
}

function walk(event, menu, close) {
  const stops = [...menu.querySelectorAll("button")];
  const at = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") close();
  else if (step) stops[(at + step + stops.length) % stops.length]?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
