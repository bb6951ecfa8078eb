// Frames of the page's own origin are read as part of the page.

/** Smaller ones are counters and widgets. In CSS pixels. */
const LEAST_WIDTH = 300;
const LEAST_HEIGHT = 150;

/** What a frame shows, where we may look into it and it is large enough to be read. */
export function bodyOfFrame(frame: HTMLIFrameElement): HTMLElement | undefined {
  if (frame.clientWidth < LEAST_WIDTH || frame.clientHeight < LEAST_HEIGHT) return undefined;
  try {
    return frame.contentDocument?.body ?? undefined;
  } catch {
    return undefined;
  }
}
