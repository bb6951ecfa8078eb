// Where pages come from: the samples, a file that is opened or dropped, the clipboard, the dialog.
import { byId } from './element.js';
import type { Page } from './page.js';
import { PASTED, PasteDialog } from './paste-dialog.js';
import { listSamples, sample } from './samples.js';

/** A page and all that belongs to it, as one mail. */
const ARCHIVE = /\.mht(?:ml)?$/i;

export class Sources {
  readonly select = byId('sample', HTMLSelectElement);
  readonly #file = byId('file', HTMLInputElement);
  readonly #dialog: PasteDialog;
  readonly #take: (page: Page | Promise<Page>) => void;
  #own: Page | Promise<Page> | undefined;

  /** `take` is given each page that the visitor picks. */
  constructor(take: (page: Page | Promise<Page>) => void) {
    this.#take = take;
    this.#dialog = new PasteDialog((page) => this.#takeOwn(page, page.name));
    listSamples(this.select);
    this.select.addEventListener('change', () => take((!this.select.value && this.#own) || sample(this.select.value)));
    byId('open', HTMLButtonElement).addEventListener('click', () => this.open());
    byId('paste', HTMLButtonElement).addEventListener('click', () => this.paste());
    this.#file.addEventListener('change', () => this.#takeFile(this.#file.files?.[0]));
    document.addEventListener('paste', (event) => this.#pasted(event));
    this.#acceptDrops(byId('drop', HTMLElement));
  }

  open(): void {
    this.#file.value = '';
    this.#file.click();
  }

  paste(): void {
    this.#dialog.open();
  }

  first(): void {
    this.#take(sample(this.select.value));
  }

  /** A page of the visitor's own joins the samples, in the place of the last one. */
  #takeOwn(page: Page | Promise<Page>, name: string): void {
    this.select.querySelector('option[value=""]')?.remove();
    this.select.add(new Option(name, '', false, true));
    this.#own = page;
    this.#take(page);
  }

  #takeFile(file: File | undefined): void {
    if (!file) return;
    if (ARCHIVE.test(file.name)) this.#take(Promise.reject(new Error(noArchive(file.name))));
    else this.#takeOwn(pageOf(file), file.name);
  }

  /** Markup that is pasted anywhere but into a field is taken at once. */
  #pasted(event: ClipboardEvent): void {
    if (event.target instanceof Element && event.target.closest('input, textarea')) return;
    const file = event.clipboardData?.files[0];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const rich = event.clipboardData?.getData('text/html') ?? '';
    if (file) this.#takeFile(file);
    else if (/^\s*</.test(text)) this.#takeOwn({ name: PASTED, html: text }, PASTED);
    else if (rich) this.#takeOwn({ name: PASTED, html: rich }, PASTED);
    else if (text) this.#dialog.open(text);
  }

  #acceptDrops(veil: HTMLElement): void {
    const show = (shown: boolean) => (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      veil.hidden = !shown;
    };
    document.addEventListener('dragenter', show(true));
    document.addEventListener('dragover', show(true));
    document.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) veil.hidden = true;
    });
    document.addEventListener('drop', (event) => {
      show(false)(event);
      this.#takeFile(event.dataTransfer?.files[0]);
    });
  }
}

async function pageOf(file: File): Promise<Page> {
  return { name: file.name, html: new Uint8Array(await file.arrayBuffer()) };
}

function noArchive(name: string): string {
  return `${name} is a web archive (MHTML), which can’t be read here: save the page as “HTML only”, and open that.`;
}
