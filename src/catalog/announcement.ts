import type { Facts } from './facts.ts';
import { date } from './figures.ts';

/**
 * The first day on which upstream sent expiration dates. For earlier removals it is unknown whether they were
 * announced.
 */
const REMOVAL_DATES_SINCE = '2026-01-16';

/** Whether a removal was announced: for a day (`YYYY-MM-DD`), not at all, or unknown. */
export type Announcement =
  | { readonly kind: 'announced'; readonly for: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/**
 * Derives the announcement from the last known facts and the last capture that listed the model (ISO time).
 */
export function announcementOf({ expiration }: Pick<Facts, 'expiration'>, lastSeen: string): Announcement {
  if (expiration != null) return { kind: 'announced', for: expiration };
  return expiration === null && lastSeen >= REMOVAL_DATES_SINCE ? { kind: 'none' } : { kind: 'unknown' };
}

/** All wordings of an announcement on pages and in feeds. */
export interface AnnouncementWords {
  /** Prefix of the last facts in a list of changes: `announced for Jan 2, 2026; `. */
  readonly line: string;
  /** For feeds; empty when unknown. */
  readonly note: readonly string[];
  /** A sentence for the page of a retired model. */
  readonly sentence: string;
  /** A value for a list of facts: `for Jan 2, 2026`, `no`. */
  readonly fact: string;
}

export function announcementWords(announced: Announcement): AnnouncementWords {
  switch (announced.kind) {
    case 'announced': {
      const day = date(announced.for);
      return {
        line: `announced for ${day}; `,
        note: [`It had been announced for ${day}.`],
        sentence: `Its removal had been announced for ${day}.`,
        fact: `for ${day}`,
      };
    }
    case 'none':
      return {
        line: 'not announced; ',
        note: ['The removal had not been announced.'],
        sentence: 'Its removal had not been announced.',
        fact: 'no',
      };
    case 'unknown': {
      const reason = `OpenRouter gave no removal dates before ${date(REMOVAL_DATES_SINCE)}`;
      return {
        line: '',
        note: [],
        sentence: `Whether its removal had been announced is not known: ${reason}.`,
        fact: `Not known: ${reason}`,
      };
    }
  }
}
