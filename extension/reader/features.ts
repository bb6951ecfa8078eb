// What the reader can do beyond showing the article: none of it is needed before the first text is seen.
import { appearance } from './appearance.js';
import { goBack } from './back.js';
import { prepareWideParts } from './code/boxes.js';
import { embedCards } from './embeds/cards.js';
import { footnotes } from './footnotes.js';
import { further } from './further.js';
import { listenForKeys } from './keys.js';
import { lightbox } from './lightbox.js';
import { followLinks } from './links.js';
import { listen } from './listen/panel.js';
import { notes } from './notes/panel.js';
import { outline } from './outline.js';
import { showPictures } from './pictures.js';
import { progress } from './progress.js';
import type { Reading } from './reading.js';
import { removed } from './removed.js';
import { take } from './take/panel.js';

export async function addFeatures(reading: Reading): Promise<void> {
  const { shown, preferences } = reading;
  prepareWideParts(shown);
  footnotes(shown);
  followLinks(shown);
  preferences.follow(({ pictures }) => showPictures(shown, pictures));
  lightbox(reading);
  embedCards(shown);
  further(reading);
  progress(reading);
  const commands = [
    goBack(),
    outline(reading),
    listen(reading),
    await notes(reading),
    take(reading),
    removed(reading),
    appearance(reading),
  ].flat();
  listenForKeys(commands, [document, shown], preferences);
  shown.defaultView?.focus();
  if (shown.querySelector('pre code[class]')) (await import('./code/colours.js')).colourCode(shown);
}
