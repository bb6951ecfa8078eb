// Puts the capture script into a tab and asks it for the page.
import { type Capture, readCapture, type Want } from '../page/capture.js';

/** Why a tab can't be captured: the browser keeps extensions out, or the tab's page went away meanwhile. */
export class OutOfBounds extends Error {}

/** The page of a tab. */
export async function captureTab(tabId: number, want: Want): Promise<Capture> {
  await inBounds(chrome.scripting.executeScript({ target: { tabId }, files: ['capture.js'] }));
  const capture = readCapture(await runIn(tabId, (want) => globalThis.readwell?.capture(want), [want]));
  if (!capture) throw new OutOfBounds('the page gave no answer');
  return capture;
}

/** What a function answers that is run in a tab, beside the capture script. */
export async function runIn<Args extends unknown[], Answer>(
  tabId: number,
  func: (...args: Args) => Answer,
  args: Args,
): Promise<Awaited<Answer> | undefined> {
  const [answer] = await inBounds(chrome.scripting.executeScript({ target: { tabId }, func, args }));
  return answer?.result as Awaited<Answer> | undefined;
}

function inBounds<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => {
    throw new OutOfBounds(String(error));
  });
}
