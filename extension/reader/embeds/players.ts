// Players of other sites that may be shown inside the reader, each built from an id and nothing else of the page's.
// The manifest's `frame-src` names the same hosts. YouTube is none of them: its player wants to be told by which site it is
// shown, which browsers never tell of an extension's page (w3c/webextensions#896), so that its cards stay links.

interface Player {
  host: string;
  address: (page: URL) => string | undefined;
}

const PLAYERS: readonly Player[] = [
  {
    host: 'vimeo.com',
    address: ({ pathname }) => {
      const [, id, key] = /^\/(\d+)(?:\/([0-9a-f]+))?\/?$/.exec(pathname) ?? [];
      return id && `https://player.vimeo.com/video/${id}?dnt=1${key ? `&h=${key}` : ''}`;
    },
  },
  {
    host: 'www.dailymotion.com',
    address: ({ pathname }) => first(pathname, /^\/video\/(\w+)$/, 'https://geo.dailymotion.com/player.html?video='),
  },
  {
    host: 'open.spotify.com',
    address: ({ pathname }) =>
      first(pathname, /^\/((?:album|episode|playlist|show|track)\/\w+)$/, 'https://open.spotify.com/embed/'),
  },
  { host: 'soundcloud.com', address: soundCloud },
  { host: 'api.soundcloud.com', address: soundCloud },
  {
    host: 'www.ted.com',
    address: ({ pathname }) => first(pathname, /^\/talks\/(\w+)$/, 'https://embed.ted.com/talks/'),
  },
  {
    host: 'datawrapper.dwcdn.net',
    address: ({ pathname }) => first(pathname, /^\/(\w+\/(?:\d+\/)?)$/, 'https://datawrapper.dwcdn.net/'),
  },
  {
    host: 'flo.uri.sh',
    address: ({ pathname }) => first(pathname, /^\/((?:visualisation|story)\/\d+\/embed)$/, 'https://flo.uri.sh/'),
  },
];

/** Where a thing is played that has its page at that address; nothing, if we know of no player for it. */
export function playerOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const page = new URL(address);
  return PLAYERS.find(({ host }) => page.protocol === 'https:' && page.host === host)?.address(page);
}

function first(path: string, pattern: RegExp, before: string): string | undefined {
  const found = pattern.exec(path)?.[1];
  return found && before + found;
}

function soundCloud({ origin, pathname }: URL): string | undefined {
  if (!/^(?:\/[\w-]+){1,4}$/.test(pathname)) return undefined;
  return `https://w.soundcloud.com/player/?url=${encodeURIComponent(origin + pathname)}`;
}
