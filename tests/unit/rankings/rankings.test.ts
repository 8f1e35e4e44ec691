import { mkdtemp, readFile, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CATEGORY_NAMES, type Category } from '../../../src/catalog/categories.ts';
import type { RankedIds } from '../../../src/catalog/snapshot.ts';
import { rankingChanges } from '../../../src/rankings/changes.ts';
import { appendedRankings, loadRankings, readRankings, wholeRankings } from '../../../src/rankings/files.ts';
import { mergeRankings } from '../../../src/rankings/merge.ts';
import {
  applyRanking,
  nextRanking,
  type KnownRankings,
  type Ranked,
  type RankingRecord,
} from '../../../src/rankings/record.ts';

/** What a capture says; ids by category, most used first. */
function ranked(
  day: string,
  orders: Readonly<Partial<Record<Category, readonly string[]>>>,
  over: Partial<Pick<Ranked, 'scope' | 'categoriesOrigin' | 'popularity'>> = {},
): Ranked {
  const list = (category: Category): RankedIds => {
    const ids = orders[category];
    return ids ? { ids, problem: null } : { ids: null, problem: 'It could not be read.' };
  };
  return {
    capturedAt: `2026-03-${day}T00:00:00.000Z`,
    scope: 'all',
    categoriesOrigin: 'endpoint',
    popularity: null,
    categories: Object.fromEntries(CATEGORY_NAMES.map((name) => [name, list(name)])) as Ranked['categories'],
    ...over,
  };
}

function recordsOf(...captures: readonly Ranked[]): readonly RankingRecord[] {
  let known: KnownRankings = new Map();
  return captures.flatMap((capture) => {
    const record = nextRanking(known, capture);
    if (record) known = applyRanking(known, record);
    return record ?? [];
  });
}

/** `entered top b/x 3`, with the day before the change and of it. */
function changesOf(...captures: readonly Ranked[]): readonly string[] {
  return rankingChanges(recordsOf(...captures)).map(({ action, of, id, rank, between }) =>
    [
      between.after?.slice(8, 10),
      between.by.slice(8, 10),
      action,
      of,
      id,
      ...(rank === null ? [] : [rank]),
      ...(between.isDated ? [] : ['some time']),
    ].join(' '),
  );
}

const ids = (...numbers: readonly number[]): readonly string[] => numbers.map((n) => `a/m${n}`);
const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);

describe('rankingChanges', () => {
  it('reports nothing for the first list of a category', () => {
    expect(changesOf(ranked('01', { legal: ids(1, 2) }))).toEqual([]);
  });

  it('reports nothing when the same models change places', () => {
    expect(changesOf(ranked('01', { legal: ids(1, 2, 3) }), ranked('02', { legal: ids(3, 1, 2) }))).toEqual(
      [],
    );
  });

  it('reports models that enter or leave the list', () => {
    const before = ids(...upTo(12));
    const after = ids(...upTo(11), 13);
    expect(changesOf(ranked('01', { legal: before }), ranked('02', { legal: after }))).toEqual([
      '01 02 left list a/m12',
      '01 02 entered list a/m13',
    ]);
  });

  it('reports models that enter or leave the first ten, with their place', () => {
    const before = ids(...upTo(12));
    const after = ids(1, 12, ...upTo(11).slice(1));
    expect(changesOf(ranked('01', { legal: before }), ranked('02', { legal: after }))).toEqual([
      '01 02 entered top a/m12 2',
      '01 02 left top a/m10',
    ]);
  });

  it('reports one change when a model enters the first ten directly or drops out of the list from there', () => {
    expect(changesOf(ranked('01', { legal: ids(1, 2) }), ranked('02', { legal: ids(3, 2) }))).toEqual([
      '01 02 entered top a/m3 1',
      '01 02 left list a/m1',
    ]);
  });

  it('leaves out a model that returns within a week, and reports one that returns later', () => {
    const both = { legal: ids(1, 2) };
    const one = { legal: ids(1) };
    expect(changesOf(ranked('01', both), ranked('02', one), ranked('09', both))).toEqual([]);
    expect(changesOf(ranked('01', both), ranked('02', one), ranked('09', one), ranked('10', both))).toEqual([
      '09 10 entered top a/m2 2',
      '01 02 left list a/m2',
    ]);
  });

  it('compares across captures that lack the category', () => {
    expect(
      changesOf(ranked('01', { legal: ids(1) }), ranked('02', {}), ranked('03', { legal: ids(1, 2) })),
    ).toEqual(['01 03 entered top a/m2 2']);
  });

  it('gives no date to a change over more than a week', () => {
    expect(changesOf(ranked('01', { legal: ids(1) }), ranked('09', { legal: ids(1, 2) }))).toEqual([
      '01 09 entered top a/m2 2 some time',
    ]);
  });

  it('reports nothing between captures of different scopes', () => {
    expect(
      changesOf(
        ranked('01', { legal: ids(1) }, { scope: 'text' }),
        ranked('02', { legal: ids(1, 2) }),
        ranked('03', { legal: ids(1, 2, 3) }),
      ),
    ).toEqual(['02 03 entered top a/m3 3']);
  });

  it('reports changes of each category separately', () => {
    const changes = rankingChanges(
      recordsOf(
        ranked('01', { legal: ids(1), finance: ids(1) }),
        ranked('02', { legal: ids(1, 2), finance: ids(1) }),
      ),
    );
    expect(changes.map(({ category }) => category)).toEqual(['legal']);
  });
});

describe('nextRanking', () => {
  it('makes no record of a stand-in, of an empty answer or of a capture that is not newer', () => {
    const first = ranked('02', { legal: ids(1) });
    const [record] = recordsOf(first);
    const known = record ? applyRanking(new Map(), record) : new Map<never, never>();
    expect(nextRanking(new Map(), { ...first, categoriesOrigin: 'stand-in' })).toBeNull();
    expect(nextRanking(new Map(), ranked('02', {}))).toBeNull();
    expect(nextRanking(known, first)).toBeNull();
    expect(nextRanking(known, ranked('01', { legal: ids(2) }))).toBeNull();
  });

  it('takes an empty list for a missing one', () => {
    expect(
      changesOf(
        ranked('01', { legal: ids(1) }),
        ranked('02', { legal: [] }),
        ranked('03', { legal: ids(1) }),
      ),
    ).toEqual([]);
  });

  it('records no ids for a list that has not changed', () => {
    const [, second] = recordsOf(ranked('01', { legal: ids(1) }), ranked('02', { legal: ids(1) }));
    expect(second).toEqual({
      kind: 'ranking',
      at: '2026-03-02T00:00:00.000Z',
      scope: 'all',
      categories: { legal: { order: '1' } },
    });
  });

  it('records the place of every model, in each category and by popularity', () => {
    const [first, second] = recordsOf(
      ranked('01', { legal: ids(...upTo(20)) }, { popularity: ids(1, 2, 3) }),
      ranked(
        '02',
        { legal: ids(1, 3, 2, ...upTo(15).slice(3), 30, ...upTo(20).slice(15)) },
        { popularity: ids(3, 1, 2) },
      ),
    );
    expect(first?.categories.legal?.order).toBe('1-20');
    expect(first?.popularity).toEqual({ entered: ids(1, 2, 3), order: '1-3' });
    expect(second).toEqual({
      kind: 'ranking',
      at: '2026-03-02T00:00:00.000Z',
      scope: 'all',
      categories: { legal: { entered: ids(30), order: '1,3,2,4-15,21,16-20' } },
      popularity: { order: '3,1-2' },
    });
  });
});

describe('records from before places were kept', () => {
  const old = (day: string, legal: object): RankingRecord => ({
    kind: 'ranking',
    at: `2026-03-${day}T00:00:00.000Z`,
    scope: 'all',
    categories: { legal },
  });
  const OLD = [
    old('01', { entered: ids(...upTo(12)), top: ids(...upTo(10)) }),
    old('02', { entered: ids(13), top: ids(13, ...upTo(9)) }),
  ];
  const after = (records: readonly RankingRecord[]) => {
    const known = records.reduce<KnownRankings>(applyRanking, new Map()).get('legal');
    return { ids: [...(known?.ids ?? [])], hasOrder: known?.hasOrder };
  };

  it('give the models of a list without their order, and the order again from the next record on', () => {
    expect(after(OLD)).toEqual({ ids: ids(...upTo(13)), hasOrder: false });
    const known = OLD.reduce<KnownRankings>(applyRanking, new Map());
    const next = nextRanking(known, ranked('03', { legal: ids(2, 13, 1) }));
    expect(next?.categories.legal).toEqual({ left: ids(...upTo(12).slice(2)), order: '2-3,1' });
    expect(next && after([...OLD, next])).toEqual({ ids: ids(2, 13, 1), hasOrder: true });
  });

  it('report the same changes as records with places', () => {
    const [first, second] = [ids(...upTo(12)), ids(13, ...upTo(12))];
    const withPlaces = recordsOf(ranked('01', { legal: first }), ranked('02', { legal: second }));
    expect(rankingChanges(OLD)).toEqual(rankingChanges(withPlaces));
  });

  it('are merged with records with places, and neither gains nor loses an order', () => {
    const later = recordsOf(ranked('03', { legal: ids(3, 1) }), ranked('05', { legal: ids(1, 3, 2) }));
    const merged = mergeRankings(OLD, later);
    expect(mergeRankings(later, OLD)).toEqual(merged);
    expect(merged.map(({ categories }) => categories.legal?.order !== undefined)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect(after(merged)).toEqual({ ids: ids(1, 3, 2), hasOrder: true });
    expect(after(merged.slice(0, 3))).toEqual({ ids: ids(3, 1), hasOrder: true });
    expect(mergeRankings(merged, OLD)).toEqual(merged);
  });
});

describe('mergeRankings', () => {
  const captures = [
    ranked('01', { legal: ids(...upTo(12)) }, { scope: 'text' }),
    ranked('02', { legal: ids(2, 1, ...upTo(11).slice(2), 14, 13) }, { scope: 'text' }),
    ranked('03', { finance: ids(1) }, { popularity: ids(1, 2, 3) }),
    ranked('04', { legal: ids(3, 15), finance: ids(1, 2) }, { popularity: ids(3, 4, 1) }),
    ranked('05', { legal: ids(3, 16, 15) }, { popularity: ids(4, 3, 2, 1) }),
  ];
  const taken = (...places: readonly number[]) =>
    recordsOf(...places.flatMap((place) => captures[place - 1] ?? []));

  it.each([
    [
      [1, 3, 5],
      [2, 4],
    ],
    [
      [1, 2, 3],
      [2, 3, 4, 5],
    ],
    [[], [1, 2, 3, 4, 5]],
    [
      [1, 2, 3, 4, 5],
      [1, 5],
    ],
  ])('gives the records that one place would have written: %j and %j', (mine, theirs) => {
    const [own, other] = [taken(...mine), taken(...theirs)];
    const all = taken(1, 2, 3, 4, 5);
    expect(mergeRankings(own, other)).toEqual(all);
    expect(mergeRankings(other, own)).toEqual(all);
    expect(rankingChanges(mergeRankings(own, other))).toEqual(rankingChanges(all));
  });

  it('changes nothing when two histories are merged again', () => {
    const [own, other] = [taken(1, 3, 5), taken(2, 4, 5)];
    expect(mergeRankings(own, own)).toEqual(own);
    const merged = mergeRankings(own, other);
    expect(mergeRankings(merged, other)).toEqual(merged);
    expect(mergeRankings(merged, own)).toEqual(merged);
  });

  it('keeps the records of a category that no longer exists', () => {
    const old = { ...taken(1)[0], categories: { gossip: { entered: ids(1), top: ids(1) } } } as RankingRecord;
    expect(mergeRankings([old], taken(2))).toMatchObject([old, { categories: { legal: {} } }]);
  });

  it('keeps the capture of the wider scope, then the fuller one, of two at the same instant', () => {
    const [text] = recordsOf(ranked('01', { legal: ids(1), finance: ids(1) }, { scope: 'text' }));
    const [wide] = recordsOf(ranked('01', { legal: ids(1) }));
    const [full] = recordsOf(ranked('01', { legal: ids(2), finance: ids(1) }));
    if (!text || !wide || !full) throw new Error('Each of them has a record.');
    expect(mergeRankings([text], [wide])).toEqual([wide]);
    expect(mergeRankings([full], [wide])).toEqual([full]);
    expect(mergeRankings([wide], [full])).toEqual([full]);
  });
});

describe('ranking files', () => {
  let folder: string;
  beforeEach(async () => {
    folder = join(await mkdtemp(join(tmpdir(), 'rankings-')), 'rankings');
  });
  afterEach(() => rm(dirname(folder), { recursive: true }));

  async function append(capture: Ranked): Promise<void> {
    await mkdir(folder, { recursive: true });
    for (const [path, text] of await appendedRankings(folder, capture)) await writeFile(path, text);
  }

  it('grow only at their end, one file a year, and read back as written', async () => {
    const captures = [
      { ...ranked('01', { legal: ids(1) }), capturedAt: '2025-12-31T00:00:00.000Z' },
      ranked('01', { legal: ids(1, 2) }),
      ranked('02', { 'marketing/seo': ids(3), legal: ids(2) }),
    ];
    for (const capture of captures) await append(capture);
    const before = await readFile(join(folder, '2026.ndjson'), 'utf8');
    await append(ranked('03', { legal: ids(4) }));
    const after = await readFile(join(folder, '2026.ndjson'), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.slice(before.length).split('\n')).toHaveLength(2);
    expect(await readRankings(folder)).toEqual(recordsOf(...captures, ranked('03', { legal: ids(4) })));
  });

  it('are the same when written whole as when appended', async () => {
    const captures = [
      { ...ranked('01', { legal: ids(1) }), capturedAt: '2025-12-31T00:00:00.000Z' },
      ranked('01', { legal: ids(1, 2) }),
      ranked('02', { legal: ids(2) }),
    ];
    for (const capture of captures) await append(capture);
    for (const [path, text] of wholeRankings(folder, recordsOf(...captures))) {
      expect(await readFile(path, 'utf8')).toBe(text);
    }
  });

  it('do not change when the same capture is appended again', async () => {
    await append(ranked('01', { legal: ids(1) }));
    expect((await appendedRankings(folder, ranked('01', { legal: ids(2) }))).size).toBe(0);
  });

  it('give a build the rankings up to its time and its own', async () => {
    for (const day of ['01', '02', '05']) await append(ranked(day, { legal: ids(Number(day)) }));
    const present = ranked('03', { legal: ids(2, 3) });
    expect(await loadRankings(folder, present)).toEqual(
      recordsOf(ranked('01', { legal: ids(1) }), ranked('02', { legal: ids(2) }), present),
    );
    expect(await loadRankings(folder, { ...present, categoriesOrigin: 'stand-in' })).toHaveLength(2);
    expect(await loadRankings(join(folder, 'none'), present)).toHaveLength(1);
  });

  it.each([
    ['a line that is not JSON', 'nonsense\n', 3],
    ['a line of another kind', '{"kind":"capture"}\n', 3],
    ['a line that is cut short', '{"kind":"ranking"', 3],
  ])('are refused with the file and the line for %s', async (_, text, line) => {
    await append(ranked('01', { legal: ids(1) }));
    const path = join(folder, '2026.ndjson');
    await writeFile(path, (await readFile(path, 'utf8')) + text);
    await expect(readRankings(folder)).rejects.toThrow(`2026.ndjson, line ${line}: `);
  });

  describe('damaged ranking files', () => {
    const CAPTURES = [
      { ...ranked('01', { legal: ids(1) }), capturedAt: '2024-12-31T00:00:00.000Z' },
      { ...ranked('01', { legal: ids(1, 2) }), capturedAt: '2025-12-31T00:00:00.000Z' },
      ranked('01', { legal: ids(2, 3) }),
      ranked('02', { legal: ids(2) }),
    ];
    beforeEach(async () => {
      for (const capture of CAPTURES) await append(capture);
    });
    const path = (year: number): string => join(folder, `${year}.ndjson`);
    const firstLine = async (): Promise<string> => (await readFile(path(2025), 'utf8')).split('\n')[1] ?? '';

    it.each<[string, number, string, (lines: string[]) => string[]]>([
      ['an empty file', 1, 'is empty', () => []],
      ['a lost header', 1, 'not a header', (lines) => lines.slice(1)],
      ['a merge conflict', 2, 'merge conflict', (lines) => lines.toSpliced(1, 0, '<<<<<<< HEAD')],
      ['a line twice', 3, 'does not come after', (lines) => lines.toSpliced(1, 0, lines[1] ?? '')],
      [
        'an order of other models',
        3,
        'list of legal contradicts',
        (lines) => lines.map((line) => line.replace('"order":"1"', '"order":"1-2"')),
      ],
      ['a lost line', 2, 'list of legal contradicts', (lines) => lines.toSpliced(1, 1)],
      [
        'a line of another year',
        2,
        'belongs into another file',
        (lines) => lines.with(1, (lines[1] ?? '').replace('2026', '2025')),
      ],
    ])('are refused with the file, the line and the fix for %s', async (_, line, problem, damage) => {
      const lines = (await readFile(path(2026), 'utf8')).split('\n');
      await writeFile(path(2026), damage(lines).join('\n'));
      await expect(readRankings(folder)).rejects.toThrow(
        new RegExp(`2026\\.ndjson, line ${line}: .*${problem}.*git checkout`),
      );
    });

    it('are refused with the line of a byte that is not UTF-8', async () => {
      const bytes = await readFile(path(2026));
      bytes[bytes.lastIndexOf('a/m3')] = 0xff;
      await writeFile(path(2026), bytes);
      await expect(readRankings(folder)).rejects.toThrow('2026.ndjson, line 3: This line is not UTF-8 text.');
    });

    it('are refused with the missing year, or with the line that does not follow when the first year is missing', async () => {
      await rm(path(2025));
      await expect(readRankings(folder)).rejects.toThrow(
        '2025.ndjson is missing: 2024.ndjson and 2026.ndjson',
      );
      await rm(path(2024));
      await expect(readRankings(folder)).rejects.toThrow('2026.ndjson, line 2: ');
    });

    it('are refused with the line of a category that was never entered', async () => {
      const line = (await firstLine()).replace('legal', 'finance').replace('"1-2"', '"1"');
      await writeFile(path(2026), `{"kind":"rankings","version":1}\n${line.replace('2025', '2026')}\n`);
      expect((await readRankings(folder)).length).toBe(3);
      const empty = line.replace('"entered":["a/m2"],', '');
      await writeFile(path(2026), `{"kind":"rankings","version":1}\n${empty.replace('2025', '2026')}\n`);
      await expect(readRankings(folder)).rejects.toThrow('list of finance');
    });
  });

  it('hold only a header for a year without captures', async () => {
    await append({ ...ranked('01', { legal: ids(1) }), capturedAt: '2023-12-31T00:00:00.000Z' });
    await append(ranked('01', { legal: ids(2) }));
    expect(await readFile(join(folder, '2025.ndjson'), 'utf8')).toBe('{"kind":"rankings","version":1}\n');
    expect([...wholeRankings(folder, await readRankings(folder)).keys()].sort()).toEqual(
      ['2023', '2024', '2025', '2026'].map((year) => join(folder, `${year}.ndjson`)),
    );
  });
});
