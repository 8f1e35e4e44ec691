import { createEvents, type DateTime, type EventAttributes } from 'ics';
import { isCatalogDay } from '../catalog/day.ts';
import type { Author, Model } from '../catalog/model.ts';
import { nameOnce } from '../catalog/names.ts';
import { differencesIn } from '../history/differences.ts';
import type { History } from '../history/history.ts';
import { daysEarlier } from '../history/time.ts';
import type { CalendarInfo } from '../site/feed-links.ts';
import { SITE_NAME } from '../site/head.ts';
import type { Replacement } from '../site/replacement.ts';
import { modelPath } from '../site/urls.ts';
import { POSSIBLE_REPLACEMENT, replacementWords } from '../site/words/replacement.ts';
import type { FeedSources } from './listed-feed.ts';
import { foldLines } from './fold-lines.ts';
import { keyOf, uuidOf } from './guid.ts';
import { replacementsAmong } from './replacements.ts';

/** URLs that the library accepts. It rejects hosts such as `[::1]` or `my_host`. */
const PLAIN_HOST = /^https?:\/\/[a-z0-9]+(?:[.-][a-z0-9]+)*(?::\d{2,5})?\//;

/** The library's types lack `timestamp`, which defaults to the current time. */
type DatedEvent = EventAttributes & { readonly timestamp: number };

type CalendarSources = Pick<FeedSources, 'models' | 'history' | 'absolute'>;

/**
 * Writes the removal dates of listed models, or of those of one author, as all-day events of an iCalendar.
 * Deterministic: the same sources always give the same bytes.
 */
export function calendarsOf(
  sources: CalendarSources,
): (calendar: CalendarInfo, author?: Author['slug']) => string {
  const replacementOf = replacementsAmong(sources.models, sources.history);
  return ({ title }, author) => {
    const models = sources.models.filter((model) => author === undefined || model.author.slug === author);
    return calendarText(title, models, (model) => eventOf(model, replacementOf(model), sources));
  };
}

function calendarText(
  title: string,
  models: readonly Model[],
  eventFor: (model: Model) => DatedEvent,
): string {
  const events = models
    // iCalendar dates have exactly eight digits.
    .filter(({ expiration, isAlias }) => expiration !== null && isCatalogDay(expiration) && !isAlias)
    .sort((a, b) => (`${a.expiration ?? ''} ${a.id}` < `${b.expiration ?? ''} ${b.id}` ? -1 : 1))
    .map(eventFor);
  const { error, value } = createEvents(events, {
    productId: `-//${SITE_NAME}//Retiring models//EN`,
    calName: `${SITE_NAME}: ${title}`,
    method: 'PUBLISH',
  });
  if (!value) throw new Error(`The calendar "${title}" cannot be written.`, { cause: error });
  return foldLines(value);
}

function eventOf(
  { id, fullName, variant, expiration }: Model,
  replacement: Replacement | null,
  { history, absolute }: CalendarSources,
): DatedEvent {
  const page = absolute(modelPath(id));
  const name = nameOnce(fullName) || id;
  const { timestamp, moves } = announcementOf(id, history);
  return {
    // One event per model, so that calendars move the event when its date changes.
    uid: uuidOf(keyOf(['retiring-day', id])),
    timestamp,
    sequence: moves,
    start: dayOf(expiration ?? ''),
    // The library writes durations in days in an invalid format. The end is exclusive: the day after.
    end: dayOf(dayAfter(expiration ?? '')),
    title: variant === 'free' ? `${name}: the free offer ends` : `${name}: scheduled removal`,
    description: [
      `OpenRouter has announced it for ${id}.`,
      ...(replacement ? [replacementLine(replacement)] : []),
      page,
    ].join('\n'),
    ...(PLAIN_HOST.test(page) && { url: page }),
    transp: 'TRANSPARENT',
    busyStatus: 'FREE',
  };
}

function replacementLine(replacement: Replacement): string {
  const { id, fullName } = replacement.model;
  return `${POSSIBLE_REPLACEMENT}: ${nameOnce(fullName) || id} (${id}). ${replacementWords(replacement)}`;
}

/** When the removal date was last announced, in milliseconds, and how often it had moved by then. */
function announcementOf(id: Model['id'], history: History): { timestamp: number; moves: number } {
  const known = history.historyOf(id);
  const changes = (known?.changes ?? []).filter((change) => differencesIn(change, 'expiration').length > 0);
  const time = changes[0]?.between.by ?? known?.first.between.by ?? history.now;
  return { timestamp: Date.parse(time), moves: Math.max(0, changes.length - 1) };
}

function dayAfter(day: string): string {
  return daysEarlier(day, -1).slice(0, 10);
}

function dayOf(day: string): DateTime {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}
