// The sample pages that the build puts beside this page.
import type { Page } from './page.js';
import samples from './samples.json' with { type: 'json' };

interface Sample {
  readonly slug: string;
  readonly name: string;
  readonly url: string;
  readonly pictures?: Readonly<Record<string, string>>;
}

const SAMPLES: readonly Sample[] = samples;

/** Fills the list of samples. */
export function listSamples(select: HTMLSelectElement): void {
  select.replaceChildren(...SAMPLES.map(({ slug, name }) => new Option(name, slug)));
}

/** Fetches a sample; the first one where there is none of the name. */
export async function sample(slug: string): Promise<Page> {
  const found = SAMPLES.find((candidate) => candidate.slug === slug) ?? SAMPLES[0];
  if (!found) throw new Error('there are no samples');
  const response = await fetch(`samples/${found.slug}.html`);
  if (!response.ok) throw new Error(`the sample ${found.slug} could not be fetched: ${response.status}`);
  return { ...found, html: new Uint8Array(await response.arrayBuffer()) };
}
