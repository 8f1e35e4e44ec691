import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decimalOf } from '../../src/catalog/decimal.ts';
import { splitId } from '../../src/catalog/id.ts';
import { once } from '../../src/catalog/once.ts';
import { authorNames } from '../../src/catalog/names.ts';
import { modelFromFacts } from '../../src/catalog/past-model.ts';
import { EMBEDDED_CAPTURE, LEDGER_FOLDER } from '../../src/files/data-paths.ts';
import { searchEntries } from '../../src/search/index/entries.ts';
import type { SearchEntry } from '../../src/search/entry.ts';
import { isAmount, NOTHING_KNOWN, type FilterPrice } from '../../src/search/filterable.ts';
import { syntheticCapture } from '../../src/cli/bench/synthetic.ts';
import { readConfig } from '../../src/config.ts';
import { historyFrom } from '../../src/history/history.ts';
import { ledgerAsOf } from '../../src/ledger/as-of.ts';
import { readLedger } from '../../src/ledger/files.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { searchPast } from '../../src/site/search-past.ts';
import { readCapture } from '../../src/upstream/capture.ts';
import { loadSnapshot, snapshotOf } from '../../src/upstream/load.ts';
import { validateRows } from '../../src/upstream/validate.ts';
import { KNOWN_ITEMS } from './paths.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface KnownItem {
  readonly query: string;
  readonly expect: readonly string[];
}

export function readKnownItems(): KnownItem[] {
  return JSON.parse(readFileSync(KNOWN_ITEMS, 'utf8')) as KnownItem[];
}

const embeddedSnapshot = once(() => loadSnapshot(readConfig({ CATALOG_SOURCE: 'capture' }), { root }));

/** Every model of the embedded capture, as search sees it. */
export const readListedEntries = once(async (): Promise<readonly SearchEntry[]> =>
  searchEntries((await embeddedSnapshot()).models),
);

/** Every model in the embedded capture and in the ledger, as search entries of the site. */
export const readAllEntries = once(async (): Promise<readonly SearchEntry[]> => {
  const snapshot = await embeddedSnapshot();
  const history = historyFrom(await readEmbeddedLedger(), snapshot.capturedAt);
  const names = new Map([
    ...authorNames(history.retiredModels().map(({ id, facts }) => ({ ...facts, id }))),
    ...snapshot.models.map(({ author }) => [author.slug, author.name] as const),
  ]);
  const retired = history.retiredModels().map((one) => {
    const slug = splitId(one.id)?.author ?? '';
    const replacement = one.successor?.id ?? null;
    return {
      ...one,
      replacement,
      model: modelFromFacts(one.id, one.facts, { slug, name: names.get(slug) ?? slug }),
    };
  });
  return searchEntries(snapshot.models, searchPast(history, retired));
});

/** The ledger up to the embedded capture. */
export const readEmbeddedLedger = once(async (): Promise<Ledger> =>
  ledgerAsOf(await readLedger(`${root}${LEDGER_FOLDER}`), await embeddedSnapshot()),
);

/** As many models as are wanted, made from those of the embedded capture, as search sees them. */
export async function readSyntheticEntries(count: number): Promise<SearchEntry[]> {
  const capture = syntheticCapture(await readCapture(`${root}${EMBEDDED_CAPTURE}`), count);
  const origin = { source: 'capture', fallbackReason: null } as const;
  return searchEntries(snapshotOf(capture, validateRows(capture.rows), origin).models);
}

/** What an entry is made of. Prices may be numbers. */
type Given = Partial<Omit<SearchEntry, 'input' | 'output'>> & {
  readonly id: string;
  readonly input?: FilterPrice | number;
  readonly output?: FilterPrice | number;
};

/** An entry with the given facts and nothing else. */
export function entry({ input: givenInput, output: givenOutput, ...facts }: Given): SearchEntry {
  const parts = splitId(facts.id);
  const slug = parts?.slug ?? facts.id;
  const [input, output] = [givenInput ?? 'unknown', givenOutput ?? 'unknown'].map((price) =>
    typeof price === 'number' ? decimalOf(price) : price,
  ) as [FilterPrice, FilterPrice];
  const isFree = input === 'free' && (output === 'free' || output === 'none');
  return {
    ...NOTHING_KNOWN,
    input,
    output,
    payment: isFree ? 'free' : [input, output].some(isAmount) ? 'paid' : null,
    isVariant: (parts?.variant ?? null) !== null,
    name: slug,
    author: parts?.author ?? '',
    authorNames: [parts?.author ?? ''],
    prefix: null,
    slug,
    variant: parts?.variant ?? null,
    isAlias: parts?.isAlias ?? false,
    aliasTarget: null,
    hasListedBase: false,
    permanentSlug: null,
    formerly: [],
    popularity: null,
    inputModalities: ['text'],
    outputModalities: ['text'],
    retired: null,
    replacement: null,
    ...facts,
  };
}
