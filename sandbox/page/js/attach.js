/** Attaching: pictures and files with a caption, a place, a contact, a sticker. */
import { api } from "./api.js";
import { el } from "./dom.js";
import { fileSize } from "./format.js";
import { icon } from "./icons.js";
import { openMenu } from "./menu.js";
import { t } from "./words.js";

const STICKERS = ["👋", "❤️", "😍", "💄", "🌸", "🎁", "🔥", "😂", "🙏", "👍", "🥳", "😢"];
const PLACES = [
  ["Москва", 55.7558, 37.6173], ["Санкт-Петербург", 59.9386, 30.3141], ["Екатеринбург", 56.8389, 60.6057],
  ["Казань", 55.7963, 49.1088], ["Новосибирск", 55.0302, 82.9204], ["Владивосток", 43.1155, 131.8855],
];

/** Opens the attach menu of a phone above its button. */
export function attachMenu(phone, button) {
  const { left, top } = button.getBoundingClientRect();
  const pick = (accept, field, multiple) => () => pickFiles(accept, multiple, (files) => sendSheet(phone, files, field));
  openMenu(
    { x: left - 120, y: top - 8 },
    [
      { label: t("attach_photo"), image: "photo", run: pick("image/*", "photo", true) },
      { label: t("attach_video"), image: "video", run: pick("video/*", "video", false) },
      { label: t("attach_file"), image: "file", run: pick("", "document", false) },
      { label: t("attach_voice"), image: "mic", run: pick("audio/*", "voice", false) },
      { label: t("attach_location"), image: "pin", run: () => locationSheet(phone) },
      { label: t("attach_contact"), image: "user", run: () => contactSheet(phone) },
      { label: t("attach_sticker"), image: "smile", run: () => stickerSheet(phone) },
    ],
    { owner: button, label: t("attach") },
  );
}

/** Takes files that are dragged onto a phone. */
export function acceptDrops(phone) {
  const { screen } = phone;
  screen.addEventListener("dragover", (event) => {
    event.preventDefault();
    screen.classList.add("dropping");
  });
  screen.addEventListener("dragleave", () => screen.classList.remove("dropping"));
  screen.addEventListener("drop", (event) => {
    event.preventDefault();
    screen.classList.remove("dropping");
    const files = [...event.dataTransfer.files];
    if (files.length) sendSheet(phone, files);
  });
}

function pickFiles(accept, multiple, done) {
  const input = el("input", { type: "file", accept: accept || null, multiple, class: "picker" });
  input.addEventListener("change", () => {
    input.remove();
    if (input.files.length) done([...input.files]);
  });
  input.addEventListener("cancel", () => input.remove());
  document.body.append(input);
  input.click();
}

/** The sheet with previews and a caption; pasted and dropped files come here too. */
export function sendSheet(phone, files, field = null) {
  const pictures = files.every((file) => /^image\/(jpeg|png|webp|gif)$/.test(file.type));
  const kind = field ?? (pictures ? "photo" : "document");
  const addresses = [];
  const previews = files.slice(0, 10).map((file) => {
    if (!file.type.startsWith("image/")) return el("span", { class: "preview-file" }, icon("file"), el("span", { text: `${file.name}, ${fileSize(file.size)}` }));
    addresses.push(URL.createObjectURL(file));
    return el("img", { src: addresses.at(-1), alt: file.name });
  });
  const caption = el("input", { type: "text", wPlaceholder: "caption", wLabel: "caption", maxlength: 1024, autocomplete: "off", "data-focus": true });
  const asFile = el("input", { type: "checkbox" });
  const form = el(
    "form",
    { class: "form" },
    el("div", { class: `previews${files.length > 1 ? " many" : ""}` }, ...previews),
    caption,
    kind === "photo" ? el("label", { class: "check" }, asFile, el("span", { w: "as_file" })) : null,
    answers(() => close(), files.length > 1 ? t("send_files", { n: files.length }) : t("send")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    close();
    const as = asFile.checked ? "document" : kind;
    // Several documents go one by one: only photographs make an album.
    const batches = as === "photo" ? [files.slice(0, 10)] : files.map((file) => [file]);
    batches.forEach((batch, at) => phone.sendFiles(batch.map((file) => [as, file]), at === 0 ? caption.value.trim() : ""));
  });
  const close = phone.overlays.open(form, { label: t("attach"), onClose: () => addresses.forEach((address) => URL.revokeObjectURL(address)) });
}

/** Asks where the person is, with cities at hand, and sends the place. */
export function locationSheet(phone) {
  const latitude = number(PLACES[0][1], 90);
  const longitude = number(PLACES[0][2], 180);
  const place = el("select", { wLabel: "place" }, ...PLACES.map(([name], at) => el("option", { value: at, text: name })));
  place.addEventListener("change", () => {
    latitude.value = PLACES[place.value][1];
    longitude.value = PLACES[place.value][2];
  });
  const form = el(
    "form",
    { class: "form" },
    el("h3", { w: "share_location" }),
    field("place", place),
    el("div", { class: "pair" }, field("latitude", latitude), field("longitude", longitude)),
    answers(() => close(), t("share")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    close();
    phone.send({ location: { latitude: Number(latitude.value), longitude: Number(longitude.value) } });
  });
  const close = phone.overlays.open(form, { label: t("attach_location") });
}

function contactSheet(phone) {
  const name = el("input", { type: "text", required: true, maxlength: 64, autocomplete: "off" });
  const telephone = el("input", { type: "tel", required: true, pattern: "\\+?[0-9 \\(\\)\\-]{5,20}", autocomplete: "off", placeholder: "+7 900 000-00-00" });
  const form = el(
    "form",
    { class: "form" },
    el("h3", { w: "attach_contact" }),
    el("button", { type: "button", class: "wide", on: { click: () => { close(); phone.shareContact(); } } }, icon("user", 20), el("span", { w: "own_contact" })),
    el("p", { class: "hint", w: "other_contact" }),
    field("first_name", name),
    field("phone_number", telephone),
    answers(() => close(), t("send")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    close();
    phone.send({ contact: { first_name: name.value.trim(), phone_number: telephone.value.replace(/[^\d+]/g, "") } });
  });
  const close = phone.overlays.open(form, { label: t("attach_contact") });
}

function stickerSheet(phone) {
  const grid = el("div", { class: "sticker-grid" }, ...STICKERS.map((emoji) => el("button", { type: "button", text: emoji, "aria-label": `${t("sticker")} ${emoji}`, on: { click: () => { close(); phone.send({ sticker: emoji }); } } })));
  const close = phone.overlays.open(grid, { kind: "sheet", label: t("attach_sticker") });
}

function number(value, limit) {
  return el("input", { type: "number", step: "any", min: -limit, max: limit, required: true, value });
}

/** A labelled field of a form. */
export const field = (key, input) => el("label", { class: "field" }, el("span", { w: key }), input);

/** The two buttons at the end of a form: cancel, and the one that sends it. */
export const answers = (cancel, yes) =>
  el("div", { class: "answers" }, el("button", { type: "button", class: "flat", w: "cancel", on: { click: cancel } }), el("button", { type: "submit", class: "flat strong", text: yes }));

/** Sends files and reports what went wrong on the phone. */
export const uploadFiles = (phone, parts, caption, replyTo) =>
  phone.attempt(() => api.sendFiles(phone.person.id, phone.chatId, parts, { caption, reply_to: replyTo, thread_id: phone.threadId }));
