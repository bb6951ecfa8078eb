// Highlights, and notes on them.
import { t } from '../../page/text.js';
import { button, element } from '../element.js';
import { mark, show } from '../marks.js';
import { Panel } from '../panels.js';
import type { Command, Reading } from '../reading.js';
import { say } from '../say.js';
import { TextIndex } from '../text-index.js';
import type { Note } from './note.js';
import { dropNote, keepNote, loadNotes } from './store.js';

/** The notes of the page, from where they are kept; `reading` can ask for them from then on. */
export async function notes(reading: Reading): Promise<Command[]> {
  const { outcome, shown, capture } = reading;
  const main = shown.querySelector('main');
  if (!outcome.ok || !main) return [];
  const index = new TextIndex(main);
  let all = (await loadNotes(capture.url)).flatMap((note) => place(note, index));
  reading.notes = () => all;
  const list = element('ul', { class: 'parts notes' });
  const panel = new Panel('notes', (body) => {
    body.append(
      element('p', {}, t('howToHighlight')),
      button(t('highlight'), () => void highlight()),
      list,
    );
  });

  const update = (): void => {
    all.sort((one, other) => one.start - other.start);
    mark(
      shown,
      'noted',
      all.flatMap(({ start, end }) => index.range(start, end) ?? []),
    );
    list.replaceChildren(...all.map(item));
  };
  const highlight = async (): Promise<void> => {
    const selection = shown.getSelection();
    const range = selection && !selection.isCollapsed ? selection.getRangeAt(0) : undefined;
    if (!range || !main.contains(range.commonAncestorContainer)) {
      say(t('howToHighlight'));
      return;
    }
    const start = index.offset(range.startContainer, range.startOffset);
    const end = index.offset(range.endContainer, range.endOffset);
    if (end <= start) return;
    const note = { id: crypto.randomUUID(), quote: index.text.slice(start, end), start, end, text: '' };
    all.push(note);
    selection?.removeAllRanges();
    update();
    await keepNote(capture.url, note);
    say(t('highlighted'));
  };

  const item = (note: Note): HTMLElement => {
    const go = element('button', { type: 'button', class: 'quote', dir: 'auto' }, note.quote.replace(/\s+/g, ' '));
    go.addEventListener('click', () => {
      const range = index.range(note.start, note.end);
      if (range) show(shown, range);
    });
    const text = element('textarea', { rows: 2, 'aria-label': t('note'), placeholder: t('note'), dir: 'auto' });
    text.value = note.text;
    text.addEventListener('change', () => {
      note.text = text.value;
      void keepNote(capture.url, note);
    });
    const remove = button(t('remove'), () => {
      all = all.filter((other) => other !== note);
      update();
      void dropNote(capture.url, note);
    });
    return element('li', {}, go, remove, text);
  };
  update();
  return [
    { keys: ['e'], label: 'notes', run: () => panel.toggle() },
    { keys: ['h'], label: 'highlight', run: () => void highlight() },
  ];
}

/** Where a note's passage is now; nowhere, if the page has lost it. */
function place(note: Note, index: TextIndex): Note[] {
  if (index.text.slice(note.start, note.end) === note.quote) return [note];
  const start = index.text.indexOf(note.quote);
  return start < 0 ? [] : [{ ...note, start, end: start + note.quote.length }];
}
