import { describe, expect, it } from 'vitest';
import { matcher } from '../../../src/search/filters.ts';
import { readRequest } from '../../../src/search/params.ts';
import { presetParameters, PRESETS, type Preset } from '../../../src/search/presets.ts';
import { readListedEntries } from '../../support/search-entries.ts';

const ALL = Object.entries<Preset>(PRESETS);
const TERMS = {
  sorts: {
    popularity: 'asc',
    input: 'asc',
    output: 'asc',
    context: 'desc',
    'max-output': 'desc',
    newest: 'desc',
  },
  ownOrder: { sort: 'popularity', direction: 'asc' },
  columns: [],
} as const;

describe('a preset', () => {
  it.each(ALL)('%s is read back from its address', (_, preset) => {
    const request = readRequest(presetParameters(preset), TERMS, '2026-08-22');
    expect(request.filters).toEqual(preset.filters);
    expect(request.order ?? TERMS.ownOrder).toEqual(preset.order);
  });

  it('leaves the default order out of its address', () => {
    expect(presetParameters(PRESETS['free-vision']).toString()).toBe('in=image&price=free');
    expect(presetParameters(PRESETS['cheapest-tools']).toString()).toBe('can=tools&price=paid&sort=input');
  });

  it('has a label and a line that no other preset has', () => {
    for (const texts of [ALL.map(([, { label }]) => label), ALL.map(([, { about }]) => about)]) {
      expect(new Set(texts).size).toBe(ALL.length);
    }
  });

  it('finds a model in the embedded capture, except those for outputs that it lacks', async () => {
    const entries = await readListedEntries();
    // The stability of prices is from the ledger, which is not read here.
    const empty = ALL.filter(([key, { filters }]) => key !== 'stable' && !entries.some(matcher(filters)));
    expect(empty.map(([key]) => key)).toEqual(['embeddings']);
  });
});
