import { byId } from './element.js';

/** How long a message stays, in milliseconds. */
const STAY = 4000;

let going: ReturnType<typeof setTimeout> | undefined;

/** Shows a short message, which screen readers speak. */
export function say(message: string): void {
  byId('said').textContent = message;
  clearTimeout(going);
  going = setTimeout(() => {
    byId('said').textContent = '';
  }, STAY);
}
