// Puts the capture script into a tab and asks it for the page.
import { type Capture, readCapture, type Want } from '../page/capture.js';

/** Why a tab can't be captured: the browser keeps extensions out, or the tab's page went away meanwhile. */
export class OutOfBounds extends Error {}

/** The page of a tab. */
export async function captureTab(tabId: number, want: Want): Promise<Capture> {
  const target = { tabId };
  try {
    await chrome.scripting.executeScript({ target, files: ['capture.js'] });
    const [answer] = await chrome.scripting.executeScript({
      target,
      func: (want) => globalThis.readwell?.capture(want),
      args: [want],
    });
    const capture = readCapture(answer?.result);
    if (capture) return capture;
  } catch (error) {
    throw new OutOfBounds(String(error));
  }
  throw new OutOfBounds('the page gave no answer');
}
