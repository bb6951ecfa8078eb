// The settings in force, and who wants to hear when they change.
import { effective, loadSettings, saveSettings, type Settings, type Stored } from '../page/settings.js';

type Listener = (settings: Settings) => void;

export class Preferences {
  readonly #site: string;
  readonly #listeners: Listener[] = [];
  #stored: Stored;

  static async load(site: string): Promise<Preferences> {
    return new Preferences(site, await loadSettings(site));
  }

  private constructor(site: string, stored: Stored) {
    this.#site = site;
    this.#stored = stored;
    chrome.storage.onChanged.addListener((_changes, area) => {
      if (area === 'local') void this.#reload();
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
    void saveSettings(this.#site, this.#stored);
    this.#tell();
  }

  /** Another tab may have changed them. */
  async #reload(): Promise<void> {
    const stored = await loadSettings(this.#site);
    if (JSON.stringify(effective(stored)) === JSON.stringify(this.now)) return;
    this.#stored = stored;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.now);
  }
}
