// The settings in force, and who wants to hear when they change.
import { effective, loadSettings, type Settings, type Stored, saveSettings } from '../page/settings.js';

type Listener = (settings: Settings) => void;

export class Preferences {
  readonly #site: string;
  readonly #listeners: Listener[] = [];
  #stored: Stored;
  /** Our own changes on their way into the store, one after the other. */
  #saving = Promise.resolve();
  #unsaved = 0;

  static async load(site: string): Promise<Preferences> {
    return new Preferences(site, await loadSettings(site));
  }

  private constructor(site: string, stored: Stored) {
    this.#site = site;
    this.#stored = stored;
    chrome.storage.onChanged.addListener((_changes, area) => {
      // What the store says while our own changes are on their way is out of date.
      if (area === 'local' && this.#unsaved === 0) void this.#reload();
    });
  }

  get now(): Settings {
    return effective(this.#stored);
  }

  /** Whether the site has settings of its own. */
  get onlyHere(): boolean {
    return this.#stored.here !== undefined;
  }

  /** Calls the listener now and after each change. */
  follow(listener: Listener): void {
    this.#listeners.push(listener);
    listener(this.now);
  }

  /** Changes settings: this site's if it has its own, and otherwise those of all sites. */
  change(part: Partial<Settings>): void {
    const { everywhere, here } = this.#stored;
    this.#stored = here ? { everywhere, here: { ...here, ...part } } : { everywhere: { ...everywhere, ...part }, here };
    this.#changed();
  }

  /** Gives the site settings of its own, or takes them away. */
  setOnlyHere(onlyHere: boolean): void {
    this.#stored = { ...this.#stored, here: onlyHere ? {} : undefined };
    this.#changed();
  }

  #changed(): void {
    const stored = this.#stored;
    this.#unsaved += 1;
    this.#saving = this.#saving
      .then(() => saveSettings(this.#site, stored))
      // One that can't be saved does not hold up the next.
      .catch(reportError)
      .finally(() => {
        this.#unsaved -= 1;
      });
    this.#tell();
  }

  /** Another tab may have changed them. */
  async #reload(): Promise<void> {
    const stored = await loadSettings(this.#site);
    if (this.#unsaved > 0) return;
    if (JSON.stringify(effective(stored)) === JSON.stringify(this.now)) return;
    this.#stored = stored;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.now);
  }
}
