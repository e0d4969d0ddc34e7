/** Questions of the page itself (not of one phone), as native modal dialogs. */
import { el, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** Shows content in a modal dialog and returns a function that closes it. */
export function pageDialog(title, content) {
  const dialog = el("dialog", { class: "page-dialog", "aria-label": title });
  const close = () => dialog.close();
  dialog.append(el("header", {}, el("h2", { text: title }), iconButton(icon("close", 20), "close", close)), content);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("pointerdown", (event) => event.target === dialog && close());
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector("[data-focus]")?.focus();
  return close;
}

/** Asks a question that has a dangerous yes; resolves with true or false. */
export function pageQuestion(title, text, yes) {
  return new Promise((resolve) => {
    let answer = false;
    const close = pageDialog(title, el(
      "div",
      { class: "form" },
      el("p", { text }),
      el("div", { class: "answers" },
        el("button", { type: "button", class: "flat", text: t("cancel"), on: { click: () => close() } }),
        el("button", { type: "button", class: "flat strong danger", text: yes, on: { click: () => { answer = true; close(); } } })),
    ));
    document.body.lastElementChild.addEventListener("close", () => resolve(answer));
  });
}

/** A form in a page dialog: `submit(form data)` may throw, then its words are shown and the form stays. */
export function formDialog(title, fields, yes, submit) {
  const error = el("p", { class: "form-error", role: "alert", hidden: true });
  const form = el(
    "form",
    { class: "form" },
    ...fields,
    error,
    el("div", { class: "answers" },
      el("button", { type: "button", class: "flat", text: t("cancel"), on: { click: () => close() } }),
      el("button", { type: "submit", class: "flat strong", text: yes })),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await submit(new FormData(form));
      close();
    } catch (problem) {
      error.textContent = problem.message;
      error.hidden = false;
    }
  });
  const close = pageDialog(title, form);
}
