// What the command line asks for.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clean, type Options, type SiteRule } from '../node.js';

export const USAGE = `Usage: readwell [OPTIONS] [FILE]

Gives a web page's article. FILE is an HTML page; without it, or with -, the page is read from standard input.

Options:
      --format FORMAT    markdown (default), html, text or json
      --url URL          the page's address: relative links are resolved against it
      --charset CHARSET  the page's charset, as its Content-Type named it
      --rules FILE       a JSON file of site rules: [{"host", "content", "remove", "title", "author", "date"}]
      --trace            in json and ndjson: say what was removed and why
      --raw-metadata     in json and ndjson: say what the page's JSON-LD and meta elements say, as they stand
      --front-matter     start the Markdown with the page's metadata, as YAML
      --remove-tracking-parameters
                         take the parameters out of links that only follow their readers (fbclid, gclid, …)
      --iframe HOST      show films and recordings of this host by the site's own player, in a sandboxed iframe
                         (can be given more than once)
      --ndjson           read one JSON object a line, {"id", "url", "html"}, and answer each with one line
      --declutter        stream the page's own HTML through, less its clutter (this does not make it safe)
  -h, --help             print this
  -V, --version          print the version

Exit code: 0 with an article, 1 without one, 2 when called wrongly or the input can't be read.
`;

export type Format = (typeof FORMATS)[number];

const FORMATS = ['markdown', 'html', 'text', 'json'] as const;

interface Values {
  help: boolean;
  version: boolean;
  declutter: boolean;
  ndjson: boolean;
  trace: boolean;
  url?: string | undefined;
  rules?: string | undefined;
  format?: string | undefined;
}

export interface Arguments {
  file: string;
  format: Format;
  task: 'clean' | 'ndjson' | 'declutter' | 'help' | 'version';
  options: Options;
}

export function readArguments(args: string[]): Arguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: 'string' },
      url: { type: 'string' },
      charset: { type: 'string' },
      rules: { type: 'string' },
      trace: { type: 'boolean', default: false },
      'raw-metadata': { type: 'boolean', default: false },
      'front-matter': { type: 'boolean', default: false },
      'remove-tracking-parameters': { type: 'boolean', default: false },
      iframe: { type: 'string', multiple: true },
      ndjson: { type: 'boolean', default: false },
      declutter: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      version: { type: 'boolean', short: 'V', default: false },
    },
  });
  const [file = '-', ...more] = positionals;
  if (more.length > 0) throw new Error(`one FILE at a time, please: ${more.join(' ')} is too much`);
  const { trace, url, charset, rules, iframe: iframes } = values;
  return {
    file,
    format: formatOf(values.format ?? 'markdown'),
    task: taskOf(values),
    options: {
      trace,
      rawMetadata: values['raw-metadata'],
      frontMatter: values['front-matter'],
      removeTrackingParameters: values['remove-tracking-parameters'],
      iframes,
      ...(url !== undefined && { url }),
      ...(charset !== undefined && { charset }),
      ...(rules !== undefined && { siteRules: readRules(rules) }),
    },
  };
}

/** The rules of a file. They are tried on no page, so that a mistake in them is told of once, and at once. */
function readRules(file: string): SiteRule[] {
  try {
    const siteRules = JSON.parse(readFileSync(file, 'utf8')) as SiteRule[];
    clean('', { siteRules });
    return siteRules;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

function taskOf(values: Values): Arguments['task'] {
  if (values.help) return 'help';
  if (values.version) return 'version';
  if (!values.declutter) return values.ndjson ? 'ndjson' : 'clean';
  const others = (['ndjson', 'trace', 'url', 'format', 'rules'] as const).filter((name) => values[name]);
  if (others.length > 0) throw new Error(`--declutter does not go with --${others[0]}`);
  return 'declutter';
}

function formatOf(name: string): Format {
  const format = FORMATS.find((known) => known === name);
  if (!format) throw new Error(`--format is one of ${FORMATS.join(', ')}, not ${name}`);
  return format;
}
