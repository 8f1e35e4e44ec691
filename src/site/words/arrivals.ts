import { date } from '../../catalog/figures.ts';
import type { Arrival } from '../arrivals.ts';

const ARRIVAL_WORDS: Readonly<Record<Arrival['kind'], string>> = {
  model: 'new',
  listed: 'newly listed',
  variant: 'new variant',
  alias: 'new alias',
};

/** A tag next to a name: `new`, `new variant`. */
export function arrivalTag({ kind }: Arrival): string {
  return ARRIVAL_WORDS[kind];
}

/** The date of arrival, for a title: `added Aug 21, 2026`, `first seen Aug 22, 2026`. */
export function arrivalDate({ kind, on }: Arrival): string {
  return `${kind === 'model' ? 'added' : 'first seen'} ${date(on)}`;
}
