/** What a message shows besides words: pictures, albums, films, files, stickers, places, contacts. */
import { avatar } from "./avatar.js";
import { el } from "./dom.js";
import { duration, fileSize } from "./format.js";
import { icon } from "./icons.js";
import { ownFile } from "./links.js";
import { mapCard } from "./map.js";
import { audioPlayer } from "./player.js";
import { t } from "./words.js";

const WIDEST = 320; // pixels, of a picture in a bubble
const TALLEST = 400;
const ROWS = { 2: [2], 3: [1, 2], 4: [2, 2], 5: [2, 3], 6: [3, 3], 7: [2, 2, 3], 8: [2, 3, 3], 9: [3, 3, 3], 10: [2, 2, 3, 3] };

/** A message's media as an element, or null when it has none. `tools`: {openPhoto(message)}. */
export function mediaOf(message, tools) {
  const { kind, media } = message;
  if (message.location) return mapCard(message.location, message.venue);
  if (message.contact) return contactCard(message.contact);
  if (kind === "sticker") return sticker(message);
  if (!media) return null;
  const url = ownFile(media.url);
  if (kind === "photo") return photo(message, url, tools);
  if (kind === "video" || kind === "animation") return film(media, url, kind === "animation");
  if (kind === "video_note") return el("video", { class: "round-video", src: url, controls: true, preload: "metadata", wLabel: "video_note" });
  if (kind === "voice" || kind === "audio") return audioPlayer(media, url, kind);
  return file(media, url);
}

/** Several messages of one album as a grid, each picture in its own ratio, rows filled to the edge. */
export function albumGrid(messages, tools) {
  if (messages.some((message) => !["photo", "video"].includes(message.kind))) {
    return el("div", { class: "album-list" }, ...messages.map((message) => mediaOf(message, tools)));
  }
  const rows = ROWS[messages.length] ?? [messages.length];
  const grid = el("div", { class: "album" });
  let at = 0;
  for (const count of rows) {
    const row = el("div", { class: "album-row" });
    for (const message of messages.slice(at, at + count)) {
      const shape = Math.min(Math.max(ratio(message.media), count === 1 ? 1.3 : 0.7), 1.9);
      const cell = mediaOf(message, tools);
      cell.style.cssText = "";
      cell.style.flex = `${shape} 1 0`;
      cell.style.aspectRatio = String(shape);
      row.append(cell);
    }
    grid.append(row);
    at += count;
  }
  return grid;
}

function ratio(media) {
  return media?.width > 0 && media?.height > 0 ? media.width / media.height : 4 / 3;
}

function boxed(node, media) {
  const shape = Math.min(Math.max(ratio(media), 0.55), 2.4);
  node.style.aspectRatio = String(shape);
  node.style.width = `${Math.round(Math.min(WIDEST, TALLEST * shape))}px`;
  return node;
}

function photo(message, url, tools) {
  const picture = el("img", { src: url, alt: message.text || t("photo"), decoding: "async", draggable: "false" });
  picture.addEventListener("error", () => picture.classList.add("broken"));
  const button = el("button", { type: "button", class: "photo", wLabel: "open_photo", on: { click: () => tools.openPhoto(message) } }, picture);
  if (message.has_spoiler) button.classList.add("hidden-photo");
  return boxed(button, message.media);
}

function film(media, url, looped) {
  const video = el("video", { src: url, controls: !looped, loop: looped, muted: looped, autoplay: looped, playsinline: true, preload: "metadata", wLabel: "video" });
  video.muted = looped;
  return boxed(el("div", { class: "film" }, video, media.duration ? el("span", { class: "badge", text: duration(media.duration) }) : null), media);
}

function file(media, url) {
  const name = media.file_name || t("document");
  const extension = (/\.([\p{L}\d]{1,5})$/u.exec(name)?.[1] ?? "").toLowerCase();
  // A file comes from the chat: only formats that cannot run a program are opened in the browser.
  const shown = /^(application\/pdf|image\/(png|jpeg|webp|gif)|text\/plain)\b/.test(media.mime ?? "");
  return el(
    "a",
    { class: "file", href: url, target: shown ? "_blank" : null, download: shown ? null : name, rel: "noopener", title: name },
    el("span", { class: `file-icon type-${fileTint(extension)}`, "aria-hidden": "true" }, extension ? el("b", { text: extension }) : icon("file")),
    el("span", { class: "file-about" }, el("span", { class: "file-name", text: name }), el("span", { class: "file-size", text: media.size ? fileSize(media.size) : extension.toUpperCase() })),
  );
}

function fileTint(extension) {
  if (extension === "pdf") return "red";
  if (["xls", "xlsx", "csv"].includes(extension)) return "green";
  if (["zip", "rar", "7z", "gz"].includes(extension)) return "amber";
  return "blue";
}

function sticker(message) {
  const url = message.media ? ownFile(message.media.url) : null;
  const emoji = message.sticker?.emoji ?? (message.text || message.media?.emoji || "🙂");
  const still = url && /^image\//.test(message.media.mime ?? "");
  const drawn = el("div", { class: "sticker", role: "img", "aria-label": `${t("sticker")} ${emoji}`, text: emoji });
  if (!still) return drawn;
  const image = el("img", { class: "sticker", src: url, alt: emoji });
  image.addEventListener("error", () => image.replaceWith(drawn)); // not a picture: its emoji says the same
  return image;
}

function contactCard(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return el(
    "div",
    { class: "contact-card" },
    avatar(contact.user_id ?? contact.phone_number?.length, name),
    el("span", { class: "file-about" }, el("span", { class: "file-name", text: name }), el("span", { class: "file-size", text: phoneNumber(contact.phone_number) })),
  );
}

/** A telephone number with a plus and in groups where it is a Russian one. */
export function phoneNumber(number) {
  const digits = String(number ?? "").replace(/\D/g, "");
  const russian = /^7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(digits);
  if (russian) return `+7 ${russian[1]} ${russian[2]}-${russian[3]}-${russian[4]}`;
  return digits ? `+${digits}` : "";
}
