// Numbers and days in words.
import { t } from '../page/text.js';

/** The day of an ISO 8601 time as the readers of a language write it. The page's day is the day, whatever our zone. */
export function longDate(iso: string, lang: string | null): string {
  const day = /^\d{4}-\d\d-\d\d/.exec(iso)?.[0];
  const when = new Date(`${day}T00:00:00Z`);
  if (!day || Number.isNaN(when.getTime())) return iso;
  try {
    return when.toLocaleDateString(lang ?? undefined, { dateStyle: 'long', timeZone: 'UTC' });
  } catch {
    return day;
  }
}

export function minutes(count: number): string {
  return t('minutes', count.toLocaleString(chrome.i18n.getUILanguage()));
}
