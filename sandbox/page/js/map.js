/** A drawn card for a place: looks like a map, needs no network, and the same place always looks the same. */
import { el, svg } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

const WIDTH = 300;
const HEIGHT = 150;

/** The card of a location {latitude, longitude}, with a venue's title and address if there is one. */
export function mapCard(location, venue) {
  const coordinates = `${Number(location.latitude).toFixed(5)}, ${Number(location.longitude).toFixed(5)}`;
  return el(
    "div",
    { class: "map-card", role: "img", "aria-label": `${t("location")} ${coordinates}` },
    drawing(location),
    el("span", { class: "map-pin" }, icon("pin", 26)),
    el("span", { class: "map-about" },
      venue ? el("b", { text: venue.title }) : null,
      venue ? el("span", { text: venue.address }) : null,
      el("span", { class: "map-coordinates", text: coordinates })),
  );
}

function drawing({ latitude, longitude }) {
  let state = (Math.round(Math.abs(latitude) * 1e4) * 7919 + Math.round(Math.abs(longitude) * 1e4)) >>> 0;
  const random = () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const map = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "xMidYMid slice", class: "map", "aria-hidden": "true" });
  map.append(svg("rect", { class: "land", width: WIDTH, height: HEIGHT }));
  const bank = 20 + random() * 90;
  map.append(svg("path", { class: "water", d: `M0 ${bank} C80 ${bank - 35} 150 ${bank + 45} 300 ${bank - 20} v22 C150 ${bank + 68} 80 ${bank - 12} 0 ${bank + 24}z` }));
  for (let park = 0; park < 2; park += 1) {
    map.append(svg("rect", { class: "park", x: random() * 230, y: random() * 105, width: 40 + random() * 45, height: 25 + random() * 30, rx: 6 }));
  }
  const tilt = -14 + random() * 28;
  const streets = svg("g", { transform: `rotate(${tilt} ${WIDTH / 2} ${HEIGHT / 2})` });
  for (let x = -60; x < WIDTH + 60; x += 26 + random() * 24) streets.append(svg("path", { class: random() < 0.25 ? "avenue" : "street", d: `M${x} -80V230` }));
  for (let y = -60; y < HEIGHT + 60; y += 24 + random() * 20) streets.append(svg("path", { class: random() < 0.25 ? "avenue" : "street", d: `M-80 ${y}H380` }));
  map.append(streets);
  return map;
}
