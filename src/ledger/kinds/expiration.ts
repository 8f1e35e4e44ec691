import { isCatalogDay } from '../../catalog/day.ts';
import { date } from '../../catalog/format.ts';
import { removalDay } from '../../catalog/removal.ts';
import { PLAIN_FACT, type FactKind } from './kind.ts';
import { replaced, replacement, textOrNone, type Replaced } from './schemas.ts';
import { arrow, textLine } from './words.ts';

type Day = string | null;

interface ExpirationChange extends Replaced<Day> {
  readonly action: 'set' | 'moved' | 'withdrawn';
}

export const expiration = {
  fields: {
    expiration: { schema: textOrNone, normalize: removalDay },
  },
  lines: [replaced(textOrNone)],
  diff: (old, now) => replacement(old.expiration, now.expiration),
  apply: (facts, { old, new: now }) => (facts.expiration === old ? { ...facts, expiration: now } : null),
  shown: {
    ...PLAIN_FACT,
    topic: 'leaving',
    weight: 20,
    isRemoval: (shown) => shown.new !== null,
    show: {
      each: (event) => {
        const [old, now] = [shownDay(event.old), shownDay(event.new)];
        if (old === now) return null;
        return { action: old === null ? 'set' : now === null ? 'withdrawn' : 'moved', old, new: now };
      },
    },
    lines: ({ action, old, new: now }) => {
      const day = (text: Day): string => date(text ?? '');
      const text = { set: day(now), moved: arrow(day(old), day(now)), withdrawn: `${day(old)}, withdrawn` };
      return [textLine('Retiring', text[action])];
    },
    words: ({ action, old, new: now }, id) => {
      const what = id.endsWith(':free') ? 'end of the free offer' : 'removal';
      const label = id.endsWith(':free') ? 'End of the free offer' : 'Removal date';
      const day = (text: Day): string => (text === null ? 'none' : date(text));
      const headline = {
        set: `${what} announced for ${day(now)}`,
        moved: `${what} moved to ${day(now)}`,
        withdrawn: `${what} withdrawn`,
      };
      return { headline: headline[action], lines: [`${label}: ${arrow(day(old), day(now))}`] };
    },
  },
} as const satisfies FactKind<'expiration', Replaced<Day>, ExpirationChange>;

/** Upstream also writes days such as January 1, 9999 for "no expiration". */
function shownDay(day: Day): Day {
  return day !== null && isCatalogDay(day) ? day : null;
}
