/** Numbers, money, sizes and times as people read them. */
import { currentLanguage, t } from "./words.js";

const locale = () => (currentLanguage() === "en" ? "en-GB" : "ru-RU");

/** Hours and minutes. */
export const clock = (iso) => new Date(iso).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });

/** Hours, minutes and seconds. */
export const clockSeconds = (iso) =>
  new Date(iso).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** The day in the person's own calendar, as a key that compares. */
export const dayKey = (iso) => new Date(iso).toDateString();

/** Today, yesterday, or the date. */
export function dayName(iso) {
  const day = new Date(iso);
  const today = new Date();
  const before = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (day.toDateString() === today.toDateString()) return t("today");
  if (day.toDateString() === before.toDateString()) return t("yesterday");
  const year = day.getFullYear() === today.getFullYear() ? undefined : "numeric";
  return day.toLocaleDateString(locale(), { day: "numeric", month: "long", year });
}

/** An amount in the currency's smallest unit, as Telegram sends it. Stars (XTR) have no parts. */
export function money(amount, currency) {
  if (currency === "XTR") return `${new Intl.NumberFormat(locale()).format(amount)} ⭐`;
  try {
    const format = new Intl.NumberFormat(locale(), { style: "currency", currency, currencyDisplay: "narrowSymbol" });
    const whole = 10 ** format.resolvedOptions().maximumFractionDigits;
    return format.format(amount / whole).replace(amount % whole ? "" : /[.,]0+(?=\D|$)/, "");
  } catch {
    return `${amount / 100} ${currency}`; // not a currency the browser knows
  }
}

/** A file's size. */
export function fileSize(bytes) {
  const units = t("bytes").split(",");
  let size = bytes;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const digits = size < 10 && unit > 0 ? 1 : 0;
  return `${size.toLocaleString(locale(), { maximumFractionDigits: digits })} ${units[unit]}`;
}

/** Seconds as m:ss. */
export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
