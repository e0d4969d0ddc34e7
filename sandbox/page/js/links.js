/** Which addresses may be opened, and which of them speak to the bot itself. */

const SAFE = new Set(["http:", "https:", "tg:"]);

/** The address if it is one a chat may open (http, https, tg), otherwise null. */
export function safeUrl(address) {
  let text = String(address ?? "").trim();
  if (/^(t|telegram)\.me\//i.test(text)) text = `https://${text}`;
  try {
    const url = new URL(text);
    return SAFE.has(url.protocol) ? url.href : null;
  } catch {
    return null; // not an absolute address
  }
}

/** The path of a file of the sandbox, or null for any other address: nothing is loaded from elsewhere. */
export function ownFile(address) {
  const text = String(address ?? "");
  if (/^(blob|data):/.test(text)) return text;
  try {
    const url = new URL(text, location.href);
    return url.origin === location.origin && url.pathname.startsWith("/sandbox/files/") ? url.pathname + url.search : null;
  } catch {
    return null;
  }
}

/** What a t.me or tg address means: {bot, start} for a bot's deep link, {share, text} for "share with", or null. */
export function telegramLink(address) {
  const href = safeUrl(address);
  if (!href) return null;
  const url = new URL(href);
  if (url.protocol === "tg:") {
    const bot = url.searchParams.get("domain");
    return /^tg:\/*resolve/i.test(href) && bot ? { bot, start: url.searchParams.get("start") ?? "" } : null;
  }
  if (!/^(www\.)?(t|telegram)\.me$/i.test(url.hostname)) return null;
  if (/^\/share(\/url)?\/?$/.test(url.pathname)) {
    return { share: url.searchParams.get("url") ?? "", text: url.searchParams.get("text") ?? "" };
  }
  const name = /^\/(\w{3,32})\/?$/.exec(url.pathname)?.[1];
  return name ? { bot: name, start: url.searchParams.get("start") ?? "" } : null;
}

/** The start code in what a person typed: a whole link, or the bare code. Null when it is neither. */
export function startCode(typed) {
  const text = typed.trim();
  if (/^[\w-]{1,64}$/.test(text)) return text;
  const link = telegramLink(text);
  return link?.bot !== undefined ? link.start : null;
}
