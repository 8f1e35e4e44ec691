import { date } from '../../catalog/figures.ts';
import { splitId } from '../../catalog/id.ts';
import type { ModelId } from '../../catalog/model.ts';
import type { Arrival } from '../arrivals.ts';

const ARRIVAL_WORDS: Readonly<Record<Arrival['kind'], string>> = {
  model: 'new',
  listed: 'newly listed',
  variant: 'new variant',
  alias: 'new alias',
};

/** A tag beside a name: `new`, `new variant`. */
export function arrivalTag({ kind }: Arrival): string {
  return ARRIVAL_WORDS[kind];
}

/** What a row is that came into the list, to follow its name: `new variant in the list`. */
export function addedHeadline(id: ModelId): string {
  const parts = splitId(id);
  const what = parts?.isAlias ? 'new alias' : parts?.variant != null ? 'new variant' : 'new';
  return `${what} in the list`;
}

/** Since when, for a title: `added 21 Aug 2026`, `first seen 22 Aug 2026`. */
export function arrivalDate({ kind, on }: Arrival): string {
  return `${kind === 'model' ? 'added' : 'first seen'} ${date(on)}`;
}
