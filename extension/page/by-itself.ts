// The sites whose articles open in the reader by themselves. For each the user has allowed us to look at its pages.

export const KEY = 'openByItself';

/** A site as it is kept, such as `https://example.org`; nothing for what is no site. */
export function siteOf(address: string | undefined): string | undefined {
  if (!address || !/^https?:/.test(address) || !URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}`;
}

export async function sitesByThemselves(): Promise<string[]> {
  return ((await chrome.storage.local.get(KEY))[KEY] as string[] | undefined) ?? [];
}

/** Whether the site's articles open by themselves: it is on the list, and the browser lets us look. */
export async function opensByItself(site: string): Promise<boolean> {
  return (await sitesByThemselves()).includes(site) && chrome.permissions.contains(permissionFor(site));
}

/** Asks to be allowed to look at the site's pages. Has to be called while a click is handled. Says whether we may. */
export async function startOpening(site: string): Promise<boolean> {
  if (!(await chrome.permissions.request(permissionFor(site)))) return false;
  const sites = new Set(await sitesByThemselves());
  await keep([...sites.add(site)].sort());
  return true;
}

/** Takes a site from the list, and gives the permission back. */
export async function stopOpening(site: string): Promise<void> {
  await keep((await sitesByThemselves()).filter((other) => other !== site));
  // One that came with the installation can't be given back.
  await chrome.permissions.remove(permissionFor(site)).catch(() => false);
}

/** Takes the sites from the list that the user has shut us out of in the browser's own settings. */
export async function dropForbidden(): Promise<void> {
  const sites = await sitesByThemselves();
  const allowed = await Promise.all(sites.map((site) => chrome.permissions.contains(permissionFor(site))));
  await keep(sites.filter((_, at) => allowed[at]));
}

async function keep(sites: string[]): Promise<void> {
  if (sites.length > 0) await chrome.storage.local.set({ [KEY]: sites });
  else await chrome.storage.local.remove(KEY);
}

function permissionFor(site: string): chrome.permissions.Permissions {
  return { origins: [`${site}/*`] };
}
