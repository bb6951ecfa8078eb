// Readwell's demo page. The build bundles this file and worker.ts, and puts readwell.wasm and the samples beside them.
import { decode } from './decode.js';
import { byId } from './element.js';
import { Engine, EngineError } from './engine.js';
import { copy, download } from './export.js';
import { HelpDialog } from './help-dialog.js';
import { Layout } from './layout.js';
import { Original } from './original/original.js';
import type { Cleaned, Page } from './page.js';
import { type Shortcut, Shortcuts } from './shortcuts.js';
import { Sources } from './sources.js';
import { Summary } from './summary.js';
import { Tabs } from './tabs.js';
import { ThemeChoice } from './theme.js';
import { MetadataView } from './views/metadata.js';
import { MarkdownView, TextView } from './views/plain.js';
import { ReaderView } from './views/reader.js';
import { StreamView } from './views/stream.js';
import { TraceView } from './views/trace.js';
import type { View } from './views/view.js';

const engine = new Engine();
const summary = new Summary();
const original = new Original();
const layout = new Layout();
const pictures = byId('pictures', HTMLButtonElement);
const reader = new ReaderView(panel('reader'));

const views = new Map<string, View>([
  ['tab-reader', reader],
  ['tab-markdown', new MarkdownView(panel('markdown'))],
  ['tab-text', new TextView(panel('text'))],
  ['tab-metadata', new MetadataView(panel('metadata'))],
  [
    'tab-trace',
    new TraceView(panel('trace'), (removal) => {
      layout.showOriginal();
      void original.reveal(removal);
    }),
  ],
  ['tab-stream', new StreamView(panel('stream'), engine)],
]);

let shown: Cleaned | undefined;

const tabs = new Tabs(byId('result', HTMLElement), offerPictures);
const theme = new ThemeChoice(byId('theme', HTMLButtonElement), setTheme);
const sources = new Sources((page) => void take(page));

/** The pages that were asked for so far: the last one counts, whichever comes first. */
let asked = 0;

/** Cleans a page and shows it everywhere. What was shown stays until then. */
async function take(coming: Page | Promise<Page>): Promise<void> {
  asked += 1;
  const turn = asked;
  try {
    const page = await coming;
    if (turn !== asked) return;
    const cleaned = await clean(page);
    shown = cleaned;
    for (const view of views.values()) view.show(cleaned);
    offerPictures();
    await original.show(cleaned);
    summary.show(cleaned);
  } catch (error) {
    if (turn !== asked) return;
    if (!(error instanceof EngineError && error.code === 'cancelled')) summary.fail((error as Error).message);
  }
}

async function clean(page: Page): Promise<Cleaned> {
  const { outcome, milliseconds, runs } = await engine.clean(page, (part) => summary.progress(page.name, part));
  const bytesOut = byteLength(outcome.ok ? outcome.content : outcome.textContent);
  return { page, source: decode(page.html), outcome, bytesIn: byteLength(page.html), bytesOut, milliseconds, runs };
}

function byteLength(content: string | Uint8Array): number {
  return typeof content === 'string' ? new Blob([content]).size : content.length;
}

function panel(name: string): HTMLElement {
  return byId(`panel-${name}`, HTMLElement);
}

/** The button is there where it does something: the reader shows an article whose pictures lie elsewhere. */
function offerPictures(): void {
  const elsewhere = shown?.outcome.ok && shown.outcome.images.length > 0 && !shown.page.pictures;
  pictures.hidden = !elsewhere || tabs.selected !== 'tab-reader';
}

function setTheme(): void {
  reader.setTheme(theme.theme);
  original.setTheme(theme.theme);
}

function copyShown(): void {
  const content = shown && views.get(tabs.selected)?.content(shown);
  if (!content) return;
  copy(content).then(
    () => summary.tell('Copied'),
    () => summary.fail('This browser does not let the page copy: use Download.'),
  );
}

function downloadShown(): void {
  const content = shown && views.get(tabs.selected)?.content(shown);
  if (content) download(content, shown?.outcome.title ?? shown?.page.name ?? '');
}

pictures.addEventListener('click', () => {
  const load = pictures.ariaPressed !== 'true';
  pictures.ariaPressed = String(load);
  reader.setPictures(load);
});
byId('copy', HTMLButtonElement).addEventListener('click', copyShown);
byId('download', HTMLButtonElement).addEventListener('click', downloadShown);
byId('cancel', HTMLButtonElement).addEventListener('click', () => {
  engine.cancel();
  summary.fail('Cancelled');
});

const keys: Shortcut[] = [
  ...[...views.keys()].map((id, at) => ({
    key: String(at + 1),
    does: document.getElementById(id)?.textContent ?? '',
    run: () => tabs.select(id),
  })),
  { key: 'o', does: 'Show or hide the original', run: () => layout.toggleOriginal() },
  { key: 's', does: 'Go to the samples', run: () => sources.select.focus() },
  { key: 'p', does: 'Paste HTML', run: () => sources.paste() },
  { key: 'f', does: 'Open a file', run: () => sources.open() },
  { key: 'c', does: 'Copy what is shown', run: copyShown },
  { key: 'd', does: 'Download what is shown', run: downloadShown },
  { key: 't', does: 'Light, dark or automatic colours', run: () => theme.next() },
  { key: '?', does: 'Show these keys', run: () => help.open() },
];
const help: HelpDialog = new HelpDialog(keys, new Shortcuts(keys));

tabs.select('tab-reader');
setTheme();
sources.first();
