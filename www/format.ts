const NUMBER = new Intl.NumberFormat('en');
const ONE_PLACE = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** 17,204 */
export function count(value: number): string {
  return NUMBER.format(value);
}

/** 17.2 KB, of 1,000 bytes each. */
export function bytes(value: number): string {
  if (value < 1000) return `${value} B`;
  return value < 1e6 ? `${ONE_PLACE.format(value / 1e3)} KB` : `${ONE_PLACE.format(value / 1e6)} MB`;
}

/** 2.4 ms, or 1.3 s. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${ONE_PLACE.format(milliseconds / 1000)} s`;
  return `${ONE_PLACE.format(milliseconds)} ms`;
}

/** 37 %: never 0 for something, nor 100 for less than all. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return '0 %';
  const exact = (100 * part) / whole;
  const rounded = Math.round(exact);
  if (rounded === 0 && part > 0) return '<1 %';
  if (rounded === 100 && part < whole) return '>99 %';
  return `${count(rounded)} %`;
}

/** `sign-up` becomes `Sign up`. */
export function title(identifier: string): string {
  const words = identifier.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
