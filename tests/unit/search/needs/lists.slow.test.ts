import { describe, expect, it } from 'vitest';
import { foldModels } from '../../../../src/catalog/group.ts';
import { readConfig } from '../../../../src/config.ts';
import { matcher, type Filters } from '../../../../src/search/filters.ts';
import { filterableOf } from '../../../../src/search/index/filterables.ts';
import { prepareLexicon } from '../../../../src/search/match/lexicon.ts';
import { answerWithNeeds } from '../../../../src/search/needs/answer.ts';
import { countListRows } from '../../../../src/search/needs/lists.ts';
import { NO_REQUEST } from '../../../../src/search/search.ts';
import { loadSnapshot } from '../../../../src/upstream/load.ts';
import { ROOT } from '../../../support/paths.ts';
import { entry, readListedEntries } from '../../../support/search-entries.ts';

const { models } = await loadSnapshot(readConfig({ CATALOG_SOURCE: 'capture' }), { root: ROOT });
const lexicon = prepareLexicon(await readListedEntries());
const needOf = (filters: Filters) =>
  ({ kind: 'list', filters, sort: null, category: null, output: null }) as const;

/** The rows that the list of all models shows, counted from its groups. */
function rowsOfList(filters: Filters): number {
  const passes = matcher(filters);
  const isShown = (model: (typeof models)[number]): boolean =>
    passes(filterableOf(model, { isStable: null, retired: null }));
  return foldModels(models).reduce(
    (sum, { base, members }) => sum + (isShown(base) ? 1 : members.filter(isShown).length),
    0,
  );
}

describe('countListRows', () => {
  it.each<Filters>([
    {},
    { price: ['free'] },
    { price: ['dynamic'] },
    { can: ['tools'], input_max: ['<1'] },
    { in: ['image'], price: ['free'] },
    { max_output_min: ['64000'] },
    { author: ['anthropic'], context_min: ['200000'] },
    { added_after: ['2026-06-01'] },
  ])('counts the rows that the list of all models shows: %j', (filters) => {
    const count = countListRows(lexicon, needOf(filters));
    expect(count).toBeGreaterThan(0);
    expect(count).toBe(rowsOfList(filters));
  });

  it('counts every model of a category, because its page folds nothing', () => {
    const filters = { category: ['programming'] };
    const count = countListRows(lexicon, { ...needOf(filters), category: 'programming' });
    expect(count).toBe(models.filter(({ ranks }) => ranks.programming !== undefined).length);
    expect(count).toBeGreaterThan(countListRows(lexicon, needOf(filters)));
  });
});

describe('the models below a need', () => {
  const acme = prepareLexicon([
    entry({ id: 'acme/oak', input: 4, output: 8, popularity: 1, capabilities: ['tools'] }),
    entry({
      id: 'acme/oak:free',
      input: 'free',
      output: 'free',
      hasListedBase: true,
      capabilities: ['tools'],
    }),
    entry({ id: '~acme/oak-latest', aliasTarget: 'acme/oak', input: 4, output: 8, capabilities: ['tools'] }),
    entry({ id: 'acme/fir', input: 1, output: 2, popularity: 2, capabilities: ['tools'] }),
    entry({ id: 'acme/yew', input: 0.5, output: 2, popularity: 3 }),
    entry({ id: 'acme/elm', input: 0.1, output: 2, capabilities: ['tools'], retired: '2026-01-01' }),
  ]);
  const ask = (typed: string, isComplete = true) =>
    answerWithNeeds(acme, new Map(), { ...NO_REQUEST, typed }, isComplete);
  const ids = (typed: string) => ask(typed).answer.results.map((result) => result.entry.id);

  it('are the listed models of its list in order, with variants folded and without aliases', () => {
    expect(ids('cheapest with tools')).toEqual(['acme/fir', 'acme/oak']);
    expect(ids('agents')).toEqual(['acme/oak', 'acme/fir']);
  });

  it('include a variant as its own row if its base does not pass', () => {
    expect(ids('free agents')).toEqual(['acme/oak:free']);
    expect(ask('free agents').leads[0]?.count).toBe(1);
  });

  it('pass the filters that are set besides the text, and then no list is offered', () => {
    const request = { ...NO_REQUEST, typed: 'agents', filters: { input_max: ['2'] } };
    const { answer, leads } = answerWithNeeds(acme, new Map(), request, true);
    expect(answer.results.map((result) => result.entry.id)).toEqual(['acme/fir', 'acme/oak:free']);
    expect(leads).toEqual([]);
  });

  it('are left out and not counted until all names are loaded', () => {
    const { answer, leads } = ask('cheapest with tools', false);
    expect(answer.results).toEqual([]);
    expect(leads[0]?.count).toBeNull();
  });

  it('begin with models that have the typed word in their names', () => {
    const named = prepareLexicon([
      entry({ id: 'acme/oak-legal', popularity: 9 }),
      entry({ id: 'acme/fir', popularity: 1, categories: ['legal'] }),
    ]);
    const { answer, ahead } = answerWithNeeds(named, new Map(), { ...NO_REQUEST, typed: 'legal' }, true);
    expect(answer.results.map((result) => result.entry.id)).toEqual(['acme/oak-legal', 'acme/fir']);
    expect(ahead).toBe(0);
  });

  it('come after a listed model of that name or of nearly that name', () => {
    const named = prepareLexicon([
      entry({ id: 'acme/vision', popularity: 9 }),
      entry({ id: 'acme/free-models-router', popularity: 8 }),
    ]);
    const ahead = (typed: string) => answerWithNeeds(named, new Map(), { ...NO_REQUEST, typed }, true).ahead;
    expect(ahead('vision')).toBe(1);
    expect(ahead('free router')).toBe(1);
    expect(ahead('free vision')).toBe(0);
  });

  it('come after a retired model whose id without author is typed exactly', () => {
    const named = prepareLexicon([
      entry({ id: 'acme/router', retired: '2026-01-01' }),
      entry({ id: 'acme/pilot', isRouter: true }),
    ]);
    const ahead = (typed: string) => answerWithNeeds(named, new Map(), { ...NO_REQUEST, typed }, true).ahead;
    expect(ahead('router')).toBe(1);
    expect(ahead('routers')).toBe(0);
  });
});
