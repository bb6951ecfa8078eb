// A tab list as the ARIA Authoring Practices have it: arrow keys, Home and End move, and the tab that has focus is shown.

export class Tabs {
  readonly #tabs: HTMLButtonElement[];
  readonly #shown: (id: string) => void;

  /** The section holds the tab list and its panels. `shown` is called with the id of each tab that comes to be shown. */
  constructor(section: HTMLElement, shown: (id: string) => void) {
    this.#tabs = [...section.querySelectorAll<HTMLButtonElement>('[role=tab]')];
    this.#shown = shown;
    for (const tab of this.#tabs) tab.addEventListener('click', () => this.select(tab.id));
    // What scrolls has to be reached by keyboard.
    for (const panel of section.querySelectorAll<HTMLElement>('[role=tabpanel].scroll')) panel.tabIndex = 0;
    section.querySelector('[role=tablist]')?.addEventListener('keydown', (event) => this.#move(event as KeyboardEvent));
  }

  get selected(): string {
    return this.#tabs.find((tab) => tab.ariaSelected === 'true')?.id ?? '';
  }

  select(id: string): void {
    for (const tab of this.#tabs) {
      const selected = tab.id === id;
      tab.ariaSelected = String(selected);
      tab.tabIndex = selected ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel) panel.hidden = !selected;
      if (selected) tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    this.#shown(id);
  }

  #move(event: KeyboardEvent): void {
    const count = this.#tabs.length;
    const at = this.#tabs.indexOf(document.activeElement as HTMLButtonElement);
    const target = { ArrowRight: at + 1, ArrowLeft: at - 1 + count, Home: 0, End: count - 1 }[event.key];
    const tab = target === undefined || at < 0 ? undefined : this.#tabs[target % count];
    if (!tab) return;
    event.preventDefault();
    tab.focus();
    this.select(tab.id);
  }
}
