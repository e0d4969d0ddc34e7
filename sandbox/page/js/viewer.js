/** The photo viewer over the whole page: arrows walk through the chat's photos, a click zooms. */
import { el, iconButton } from "./dom.js";
import { clock, dayName } from "./format.js";
import { icon } from "./icons.js";
import { ownFile } from "./links.js";
import { t } from "./words.js";

/** Opens the viewer at `start`, one of `messages` (photos, oldest first). */
export function openViewer(messages, start) {
  let at = Math.max(0, messages.findIndex((message) => message.id === start.id));
  const picture = el("img", { class: "viewer-photo" });
  const words = el("p", { class: "viewer-caption" });
  const about = el("div", { class: "viewer-about" });
  const save = el("a", { class: "icon-button", wLabel: "download", wTitle: "download" }, icon("download"));
  const previous = iconButton(icon("left", 34), "previous", () => show(at - 1), { class: "icon-button viewer-step previous" });
  const next = iconButton(icon("right", 34), "next", () => show(at + 1), { class: "icon-button viewer-step next" });
  const dialog = el(
    "dialog",
    { class: "viewer", "aria-label": t("viewer") },
    el("header", {}, about, save, iconButton(icon("close"), "close", () => dialog.close())),
    previous,
    el("div", { class: "viewer-stage" }, picture),
    next,
    words,
  );

  function show(index) {
    if (index < 0 || index >= messages.length) return;
    at = index;
    const message = messages[at];
    const address = ownFile(message.media.url);
    picture.src = address;
    picture.alt = message.text || t("photo");
    picture.classList.remove("zoomed");
    words.textContent = message.text ?? "";
    words.hidden = !message.text;
    save.href = address;
    save.download = message.media.file_name || `photo-${message.id}.jpg`;
    about.replaceChildren(el("b", { text: message.from?.name ?? "" }), el("span", { text: `${dayName(message.date)}, ${clock(message.date)} · ${at + 1}/${messages.length}` }));
    previous.disabled = at === 0;
    next.disabled = at === messages.length - 1;
  }

  picture.addEventListener("click", (event) => {
    event.stopPropagation();
    picture.classList.toggle("zoomed");
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.classList.contains("viewer-stage")) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") show(at - 1);
    if (event.key === "ArrowRight") show(at + 1);
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  show(at);
  dialog.showModal();
}
