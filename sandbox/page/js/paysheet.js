/** The pay sheet of an invoice: what it costs, a test card, the bot's confirmation or its refusal. */
import { api } from "./api.js";
import { el, iconButton } from "./dom.js";
import { money } from "./format.js";
import { icon } from "./icons.js";
import { field } from "./attach.js";
import { ownFile } from "./links.js";
import { t } from "./words.js";

/** Opens the sheet for a message that carries an invoice. */
export function paySheet(phone, message) {
  const { title, description, currency, total_amount: total, prices = [], photo_url: photo } = message.invoice;
  const sum = money(total, currency);
  const email = el("input", { type: "email", autocomplete: "off", placeholder: "anna@example.org" });
  const telephone = el("input", { type: "tel", autocomplete: "off", placeholder: "+7 900 000-00-00" });
  const status = el("p", { class: "pay-status", role: "status", hidden: true });
  const pay = el("button", { type: "submit", class: "pay-button" }, el("span", { class: "spinner", hidden: true }), el("span", { text: t("pay", { sum }) }));
  const decline = el("button", { type: "button", class: "flat danger", w: "decline", on: { click: () => settle("declined") } });
  const address = ownFile(photo);
  const form = el(
    "form",
    { class: "paysheet" },
    el("header", {}, el("h3", { w: "checkout" }), iconButton(icon("close", 22), "close", () => close())),
    el("div", { class: "pay-goods" }, address ? el("img", { src: address, alt: "" }) : null, el("div", {}, el("b", { text: title }), el("p", { text: description }))),
    el("dl", { class: "prices" },
      ...prices.flatMap(({ label, amount }) => [el("dt", { text: label }), el("dd", { text: money(amount, currency) })]),
      el("dt", { class: "sum", w: "total" }), el("dd", { class: "sum", text: sum })),
    el("div", { class: "pay-card" }, icon("card"), el("div", {}, el("b", { w: "test_card" }), el("p", { w: "test_card_note" }))),
    el("div", { class: "pair" }, field("email_for_receipt", email), field("phone_for_receipt", telephone)),
    status,
    pay,
    decline,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    settle("paid");
  });

  async function settle(outcome) {
    busy(true);
    say("paying", false);
    let answer;
    try {
      answer = await api.pay(phone.person.id, phone.chatId, {
        message_id: message.id, outcome, email: email.value.trim() || undefined, phone: telephone.value.trim() || undefined,
      });
    } catch (error) {
      answer = { ok: false, error: error.message };
    }
    busy(false);
    if (answer.ok && outcome === "paid") {
      close();
      phone.overlays.toast(`${t("receipt")}: ${sum}`);
    } else if (outcome === "declined" && (!answer.error || answer.error === "PAYMENT_FAILED")) say("declined", true);
    else if (/TIMEOUT$/.test(answer.error ?? "")) say("pay_timeout", true);
    else say("pay_failed", true, answer.error);
  }
  function busy(yes) {
    pay.disabled = decline.disabled = yes;
    pay.querySelector(".spinner").hidden = !yes;
  }
  function say(key, bad, more = "") {
    status.hidden = false;
    status.classList.toggle("bad", bad);
    status.textContent = more ? `${t(key)}: ${more}` : t(key);
  }

  const close = phone.overlays.open(form, { kind: "sheet", label: t("checkout") });
  pay.focus({ preventScroll: true });
}
