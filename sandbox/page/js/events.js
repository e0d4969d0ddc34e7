/** The sandbox's event stream: hands out events, says when the line breaks and when to catch up. */

const FIRST_PAUSE = 500; // milliseconds
const LONGEST_PAUSE = 8000;

/**
 * Listens to /sandbox/events until the page closes. `onEvent(event)` gets each event, `onLine(up)` the state of
 * the line; `onCatchUp()` is called whenever it comes up, since events may have passed meanwhile.
 */
export function listen({ onEvent, onLine, onCatchUp }) {
  let pause = FIRST_PAUSE;

  function open() {
    const source = new EventSource("/sandbox/events");
    source.onopen = () => {
      pause = FIRST_PAUSE;
      onLine(true);
      // The first time too: something may have happened between reading the chats and the line being up.
      onCatchUp();
    };
    source.onmessage = ({ data }) => {
      let event;
      try {
        event = JSON.parse(data);
      } catch {
        console.warn("an event that is not JSON was passed over");
        return;
      }
      onEvent(event);
    };
    source.onerror = () => {
      // Our own pause instead of the browser's: it gives up for good on some errors.
      source.close();
      onLine(false);
      setTimeout(open, pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    };
  }

  open();
}
