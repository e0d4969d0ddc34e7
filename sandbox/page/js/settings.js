/** What the page remembers on this machine: appearance, language, which phones are open. */
import { setLanguage } from "./words.js";

const PREFIX = "sandbox.";

/** A remembered value, or the fallback where nothing (or nothing readable) is kept. */
export function recall(key, fallback) {
  try {
    const kept = localStorage.getItem(PREFIX + key);
    return kept === null ? fallback : JSON.parse(kept);
  } catch {
    return fallback; // storage switched off, or written by something else
  }
}

/** Remembers a value; silently does without where the browser forbids storage. */
export function remember(key, value) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    return false;
  }
  return true;
}

/** The appearance in force: "dark" or "light". */
export function theme() {
  return document.documentElement.dataset.theme;
}

/** Sets and remembers the appearance. */
export function setTheme(name, keep = true) {
  document.documentElement.dataset.theme = name;
  document.querySelector("meta[name=theme-color]")?.setAttribute("content", name === "dark" ? "#0e1621" : "#dfe6ec");
  document.dispatchEvent(new Event("theme"));
  if (keep) remember("theme", name);
}

/** Applies what is remembered; without it, what the browser and the system prefer. */
export function applySettings() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  setTheme(recall("theme", dark.matches ? "dark" : "light"), false);
  dark.addEventListener("change", () => {
    if (recall("theme", null) === null) setTheme(dark.matches ? "dark" : "light", false);
  });
  setLanguage(recall("language", navigator.language.toLowerCase().startsWith("ru") ? "ru" : "en"));
}
