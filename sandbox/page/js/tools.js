/** What a bubble may ask of the phone that shows it. */
import { summary } from "./bubble.js";
import { openViewer } from "./viewer.js";

export const bubbleTools = (phone) => ({
  me: () => phone.person.id,
  openPhoto: (message) => openViewer(phone.log.all().filter((each) => each.kind === "photo" && each.media), message),
  press: (message, button, place) => phone.press(message, button, place),
  waits: (message, place) => phone.presses.waits(message, place),
  follow: (href, ask) => phone.follow(href, ask),
  command: (command) => phone.sendText(command),
  react: (message, emoji) => phone.react(message, emoji),
  jump: (id) => phone.log.jump(id),
  author: (id) => phone.log.get(id)?.from?.name ?? "",
  summaryOf: (id) => {
    const message = phone.log.get(id);
    return message ? summary(message) : "";
  },
});
