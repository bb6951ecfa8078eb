// What was opened in which tab, so that a page that one goes back to is not opened again by itself.

const PREFIX = 'opened:';
/** Addresses for each tab. */
const MOST = 40;

export async function noteOpened(tabId: number, url: string): Promise<void> {
  const before = await openedIn(tabId);
  const opened = [...before.filter((other) => other !== page(url)), page(url)].slice(-MOST);
  await chrome.storage.session.set({ [PREFIX + tabId]: opened });
}

export async function wasOpened(tabId: number, url: string): Promise<boolean> {
  return (await openedIn(tabId)).includes(page(url));
}

export async function forgetTab(tabId: number): Promise<void> {
  await chrome.storage.session.remove(PREFIX + tabId);
}

async function openedIn(tabId: number): Promise<string[]> {
  return ((await chrome.storage.session.get(PREFIX + tabId))[PREFIX + tabId] as string[] | undefined) ?? [];
}

function page(url: string): string {
  return url.replace(/#.*/, '');
}
