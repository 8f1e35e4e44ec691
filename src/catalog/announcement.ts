import type { Facts } from './facts.ts';
import { date } from './figures.ts';

/** The first day on which upstream sent expiration dates. Of what was removed before, nobody can know whether it was announced. */
const REMOVAL_DATES_SINCE = '2026-01-16';

/** Whether a removal was announced: for a day (`YYYY-MM-DD`), not at all, or nobody can know. */
export type Announcement =
  | { readonly kind: 'announced'; readonly for: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** What the facts last known and the last capture that listed the model (ISO time) tell of its removal. */
export function announcementOf({ expiration }: Pick<Facts, 'expiration'>, lastSeen: string): Announcement {
  if (expiration != null) return { kind: 'announced', for: expiration };
  return expiration === null && lastSeen >= REMOVAL_DATES_SINCE ? { kind: 'none' } : { kind: 'unknown' };
}

/** What is said of an announcement: everything that pages and feeds say of it. */
export interface AnnouncementWords {
  /** Before the last facts in a list of changes: `announced for 2 Jan 2026; `. */
  readonly line: string;
  /** In a feed; empty where nobody can know. */
  readonly note: readonly string[];
  /** Of a retired model, as a sentence. */
  readonly sentence: string;
  /** The same for a list of facts: `for 2 Jan 2026`, `no`. */
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
