/** What happens when a button under a message or a link is pressed. */
import { api } from "./api.js";
import { telegramLink, safeUrl } from "./links.js";
import { paySheet } from "./paysheet.js";
import { t } from "./words.js";

/** Presses an inline button. */
export async function pressButton(phone, message, button, place) {
  if (button.callback_data !== undefined) {
    await phone.attempt(() =>
      phone.presses.press(message.id, place, () => api.press(phone.person.id, phone.chatId, message.id, button.callback_data)));
  } else if (button.url) followLink(phone, button.url, true) || phone.overlays.toast(t("unsupported"));
  else if (button.pay) paySheet(phone, message);
  else if (button.copy_text) {
    await copyText(phone, button.copy_text.text ?? button.copy_text);
  } else {
    const query = button.switch_inline_query ?? button.switch_inline_query_current_chat ?? button.switch_inline_query_chosen_chat?.query;
    if (query === undefined) {
      phone.overlays.toast(t("unsupported"));
      return;
    }
    phone.composer.text = `@${phone.bot().username} ${query}`;
    phone.composer.focus();
  }
}

/** Shows the bot's answer to a press: a passing toast, an alert to be closed, or a link to follow. */
export function showAnswer(phone, { text, show_alert: alert, url }) {
  if (url) followLink(phone, url, true);
  else if (text && alert) phone.overlays.ask({ title: phone.bot().first_name ?? "", text, yes: t("ok") });
  else if (text) phone.overlays.toast(text);
}

/**
 * Follows a link from a chat. The bot's own deep links become /start CODE of this person, share links ask who
 * shall open them; `ask` shows other addresses before they open in a new tab. True when all was done here,
 * false when the browser may open the (safe) address as usual.
 */
export function followLink(phone, address, ask) {
  const href = safeUrl(address);
  if (!href) return false;
  const link = telegramLink(href);
  if (link?.share !== undefined) {
    phone.app.shareLink(link.share, link.text, phone.person.id);
    return true;
  }
  if (link?.bot?.toLowerCase() === phone.bot().username?.toLowerCase()) {
    phone.start(link.start);
    return true;
  }
  if (!ask) return false;
  phone.overlays.ask({ title: t("open_url"), text: href, yes: t("open"), no: t("cancel") }).then((yes) => {
    if (yes) open(href, "_blank", "noopener,noreferrer");
  });
  return true;
}

/** Copies text and says so on the phone. */
export async function copyText(phone, text) {
  try {
    await navigator.clipboard.writeText(text);
    phone.overlays.toast(t("copied"));
  } catch {
    phone.overlays.ask({ title: t("copy"), text, yes: t("ok") }); // the browser forbids: show it to be copied by hand
  }
}
