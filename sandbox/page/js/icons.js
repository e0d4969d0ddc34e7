/** Line icons, drawn on a 24 by 24 grid. */
import { svg } from "./dom.js";

const PATHS = {
  send: "M3.4 20.4 21 12 3.4 3.6l.1 6.5L15 12 3.5 13.9z",
  attach: "M20.5 11.5 12 20a5.4 5.4 0 0 1-7.6-7.6l8.7-8.7a3.6 3.6 0 0 1 5.1 5.1l-8.7 8.7a1.8 1.8 0 0 1-2.6-2.6l7.9-7.8",
  slash: "M5 3.5h14A1.5 1.5 0 0 1 20.5 5v14a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V5A1.5 1.5 0 0 1 5 3.5zM14 7.5l-4 9",
  keyboard: "M4 6h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1zM7 10h.01M10.3 10h.01M13.7 10h.01M17 10h.01M8 14h8",
  down: "m6 9.5 6 6 6-6",
  close: "M6 6l12 12M18 6 6 18",
  more: "M12 5.2v.01M12 12v.01M12 18.8v.01",
  plus: "M12 5v14M5 12h14",
  group: "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5c.4-3.4 3-5.5 6.5-5.5s6.100 2.100 6.500 5.500M16 4.800a3.300 3.300 0 0 1 0 6.400M18 14.300c2 .7 3.300 2.500 3.500 5.200",
  sun: "M12 16.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600 19 19M5 19l1.400-1.400M17.600 6.400 19 5",
  moon: "M20.500 14.200A8.600 8.600 0 0 1 9.800 3.500a8.600 8.600 0 1 0 10.700 10.700z",
  panel: "M4 4.500h16a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-13a1 1 0 0 1 1-1zM14.500 4.500v15",
  reload: "M20 12a8 8 0 1 1-2.500-5.800M20 3.500v4.500h-4.500",
  reply: "M9.500 7 4.500 12l5 5M5 12h8.500c3.500 0 6 2 6 6",
  edit: "M4 20h4L19 9l-4-4L4 16zM13 7l4 4",
  copy: "M9 8.500h9.500a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V9.500a1 1 0 0 1 1-1zM15.500 8.500V5a1 1 0 0 0-1-1H5a1 1 0 0 0-1 1v9.500a1 1 0 0 0 1 1h3",
  play: "M8 5.500v13l10.500-6.500z",
  pause: "M8 5.500v13M16 5.500v13",
  file: "M6 3.500h8L19 8.500V20a.6.6 0 0 1-.6.600H6a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1.100zM13.500 3.500V9H19",
  photo: "M4.500 5h15A1.500 1.500 0 0 1 21 6.500v11a1.500 1.500 0 0 1-1.500 1.500h-15A1.500 1.500 0 0 1 3 17.500v-11A1.500 1.500 0 0 1 4.500 5zM8.500 11a1.700 1.700 0 1 0 0-3.400 1.700 1.700 0 0 0 0 3.400zM3.500 17l5-4.500 3.500 3 3.500-3.500 5 4.500",
  video: "M4 6.500h10a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM15 11l6-3.500v9L15 13",
  mic: "M12 14.500a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3zM5.500 11.500a6.500 6.500 0 0 0 13 0M12 18v3",
  pin: "M12 21.500s7-6.300 7-11.800a7 7 0 0 0-14 0c0 5.500 7 11.800 7 11.800zM12 12.300a2.600 2.600 0 1 0 0-5.200 2.600 2.600 0 0 0 0 5.200z",
  user: "M12 11.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c.5-4 3.500-6.300 7.500-6.300s7 2.300 7.500 6.300",
  smile: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.500 14.200c.8 1.300 2 2 3.500 2s2.700-.7 3.500-2M9 9.500v.01M15 9.500v.01",
  search: "M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500 20.500 20.500",
  link: "M10 14a4 4 0 0 0 5.700 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1",
  share: "M13.500 5.500 20.500 12l-7 6.500v-4C9 14.500 5.500 16 3.500 19c.5-5 3.500-9 10-9.500z",
  block: "M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM6 6l12 12",
  card: "M4 5.500h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM3 10h18M6.500 15h4",
  download: "M12 4v11M7 10.500l5 5 5-5M5 20h14",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  up_right: "M7.500 16.500l9-9M9 7.500h7.500V15",
  play_command: "M6 4.500 19 12 6 19.500z",
  mail: "M4 5.500h16a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM3.500 7l8.500 6 8.500-6",
  trash: "M5 7h14M10 7V4.500h4V7M7 7l.8 12.500h8.400L17 7M10.300 10.500l.3 6M13.700 10.500l-.3 6",
  check: "M5 12.500l4.500 4.500L19 7.500",
  star: "M12 3l2.700 5.800 6.300.8-4.600 4.400 1.200 6.300L12 17.200l-5.600 3.100 1.200-6.300L3 9.600l6.300-.8z",
};

const FILLED = new Set(["send", "play", "play_command"]);

/** An icon by name; decorative, so hidden from screen readers. */
export function icon(name, size = 24) {
  const path = PATHS[name];
  if (!path) throw new Error(`no icon ${name}`);
  const filled = FILLED.has(name);
  return svg(
    "svg",
    {
      viewBox: "0 0 24 24", width: size, height: size, class: "icon", "aria-hidden": "true",
      fill: filled ? "currentColor" : "none", stroke: filled ? "none" : "currentColor",
      "stroke-width": name === "more" ? 2.8 : 1.8, "stroke-linecap": "round", "stroke-linejoin": "round",
    },
    svg("path", { d: path }),
  );
}

/** The double tick of a message that was read. */
export const ticks = () =>
  svg(
    "svg",
    { viewBox: "0 0 19 11", width: 17, height: 10, class: "ticks", "aria-hidden": "true", fill: "none", stroke: "currentColor",
      "stroke-width": 1.6, "stroke-linecap": "round", "stroke-linejoin": "round" },
    svg("path", { d: "M1 6l3.500 3.700L12 1.300M8 9l.7.7L17 1.300" }),
  );

/** The tail of a bubble, drawn for the left side (the right side mirrors it). */
export const tail = () =>
  svg("svg", { viewBox: "0 0 9 20", width: 9, height: 20, class: "tail", "aria-hidden": "true" },
    svg("path", { d: "M9 0v20H1.200c-.9 0-1.200-1-.5-1.500C4.800 16.300 7 11.500 7.500 5 7.700 3 8.400 1 9 0z" }));
