// What the user has taught Readwell about sites: rules as data, which the core obeys.

export interface SiteRule {
  /** The site: a host, or `*.` and a host, which means all hosts under it too. */
  host: string;
  /** CSS selectors of what is the article. */
  content?: string[];
  /** CSS selectors of what is not. */
  remove?: string[];
  title?: string;
  author?: string;
  date?: string;
}

export const RULES_KEY = 'siteRules';

/** Fields that hold several selectors, and those that hold one. */
export const LISTS = ['content', 'remove'] as const;
export const SINGLES = ['title', 'author', 'date'] as const;

/** The core's bounds (docs/site-rules.md). */
const MOST_RULES = 1000;
const MOST_SELECTORS = 32;
const LONGEST = 500;

export async function loadRules(): Promise<SiteRule[]> {
  return readRules((await chrome.storage.local.get(RULES_KEY))[RULES_KEY]).rules;
}

export async function saveRules(rules: SiteRule[]): Promise<void> {
  if (rules.length > 0) await chrome.storage.local.set({ [RULES_KEY]: rules });
  else await chrome.storage.local.remove(RULES_KEY);
}

/** The rules of a file or a store that can be used, and the places of those that can't. */
export function readRules(value: unknown): { rules: SiteRule[]; bad: number[] } {
  const read = Array.isArray(value) ? value.map(readRule) : [];
  const rules = read.filter((rule) => rule !== undefined).slice(0, MOST_RULES);
  return { rules, bad: read.flatMap((rule, at) => (rule && rules.includes(rule) ? [] : [at])) };
}

export function readRule(value: unknown): SiteRule | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Record<string, unknown>;
  if (typeof given.host !== 'string' || !isHost(given.host)) return undefined;
  const rule: SiteRule = { host: given.host };
  for (const name of LISTS) {
    const list = given[name] ?? [];
    if (!Array.isArray(list) || list.length > MOST_SELECTORS || !list.every(isSelector)) return undefined;
    if (list.length > 0) rule[name] = list;
  }
  for (const name of SINGLES) {
    const selector = given[name] ?? undefined;
    if (selector === undefined) continue;
    if (!isSelector(selector)) return undefined;
    rule[name] = selector;
  }
  return rule;
}

function isHost(text: string): boolean {
  return text.length <= LONGEST && /^(\*\.)?[^\s/*:?#@]+$/.test(text);
}

/** Whether it may be a selector by its shape; its syntax is for those to judge who know selectors. */
function isSelector(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST;
}

/** The rules with others put in: a host's rule takes the place of the one there was. */
export function merged(rules: SiteRule[], others: SiteRule[]): SiteRule[] {
  const byHost = new Map([...rules, ...others].map((rule) => [rule.host, rule]));
  return [...byHost.values()].sort((one, other) => one.host.localeCompare(other.host));
}

/** The rules with a selector of what is not the article added to a host's, or taken from it. */
export function withRemoval(rules: SiteRule[], host: string, selector: string): SiteRule[] {
  const rule = rules.find((rule) => rule.host === host) ?? { host };
  const remove = [...new Set([...(rule.remove ?? []), selector])].slice(-MOST_SELECTORS);
  return merged(rules, [{ ...rule, remove }]);
}

export function withoutRemoval(rules: SiteRule[], host: string, selector: string): SiteRule[] {
  return rules.flatMap((rule) => {
    if (rule.host !== host || !rule.remove?.includes(selector)) return rule;
    const { remove, ...rest } = rule;
    const left = remove.filter((other) => other !== selector);
    if (left.length > 0) return { ...rest, remove: left };
    // A host alone is no rule.
    return Object.keys(rest).length > 1 ? rest : [];
  });
}
