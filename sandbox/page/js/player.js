/** The player of voice messages and sound files. */
import { el, svg } from "./dom.js";
import { duration, fileSize } from "./format.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

let playing = null;

/** A round play button, a wave (voice) or a title (audio), and the time. Only one plays at a time. */
export function audioPlayer(media, url, kind) {
  const sound = new Audio();
  sound.preload = "none";
  sound.src = url;
  const drawing = kind === "voice" ? wave(media.file_id ?? url) : el("span", { class: "file-name", text: media.title || media.file_name || t("audio") });
  const time = el("span", { class: "file-size", text: media.duration ? duration(media.duration) : media.size ? fileSize(media.size) : "0:00" });
  const button = el("button", { type: "button", class: "play", wLabel: "play", on: { click: toggle } }, icon("play"));

  function toggle() {
    if (!sound.paused) {
      sound.pause();
      return;
    }
    if (playing && playing !== sound) playing.pause();
    playing = sound;
    sound.play().catch(() => button.classList.add("broken"));
  }
  function show(key, image) {
    button.replaceChildren(icon(image));
    button.dataset.wLabel = key;
    button.setAttribute("aria-label", t(key));
  }
  function progress() {
    const whole = Number.isFinite(sound.duration) ? sound.duration : media.duration || 0;
    const part = whole ? sound.currentTime / whole : 0;
    time.textContent = duration(sound.paused && !sound.currentTime ? whole : sound.currentTime);
    const bars = drawing.querySelectorAll?.("rect") ?? [];
    bars.forEach((bar, at) => bar.classList.toggle("heard", at / bars.length < part));
  }
  sound.addEventListener("play", () => show("pause", "pause"));
  sound.addEventListener("pause", () => show("play", "play"));
  sound.addEventListener("timeupdate", progress);
  sound.addEventListener("ended", () => {
    sound.currentTime = 0;
    progress();
  });
  return el("div", { class: `audio ${kind}` }, button, el("span", { class: "file-about" }, drawing, time));
}

/** The wave of a voice message; the same file always draws the same wave. */
function wave(seed, bars = 34) {
  let state = [...String(seed)].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) >>> 0, 7);
  const node = svg("svg", { class: "wave", viewBox: `0 0 ${bars * 4} 24`, preserveAspectRatio: "none", "aria-hidden": "true" });
  for (let bar = 0; bar < bars; bar += 1) {
    state = (state * 1664525 + 1013904223) >>> 0;
    const height = 4 + Math.round((state / 2 ** 32) * 18 * (0.45 + 0.55 * Math.abs(Math.sin(bar / 4))));
    node.append(svg("rect", { x: bar * 4, y: 24 - height, width: 2.4, height, rx: 1.2 }));
  }
  return node;
}
