import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  captureText,
  everyCategory,
  factsOnly,
  parseCapture,
  readCapture,
  type Capture,
} from '../../../src/upstream/capture.ts';
import { CaptureError } from '../../../src/upstream/errors.ts';
import { partitionRows } from '../../../src/upstream/validate.ts';
import { rawRow } from '../../support/raw-row.ts';
import { writeCapture } from '../../support/write-capture.ts';

const CLOCK = '2031-01-01T00:00:00.000Z';
const now = (): Date => new Date(CLOCK);
const WHAT_TO_DO = 'Use a file that holds an answer of the models endpoint';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capture-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const rows = [rawRow('a/one'), { odd: ['row'] }, 7];
const OURS: Capture = {
  capturedAt: '2026-08-22T10:11:12.000Z',
  scope: 'all',
  rows,
  totalCount: 3,
  popularity: { ids: ['a/one', 'a/gone'], problem: null },
  categories: everyCategory((category) =>
    category === 'legal' ? { ids: null, problem: 'It failed.' } : { ids: ['a/one'], problem: null },
  ),
  categoriesOrigin: 'endpoint',
  categoriesNote: null,
};

describe('readCapture and writeCapture', () => {
  it.each(['a.json', 'a.json.gz'])('read back what was written: %s', async (name) => {
    const path = join(folder, 'new', 'folder', name);
    await writeCapture(path, OURS);
    expect(await readCapture(path, now)).toEqual(OURS);
    expect(await readdir(join(folder, 'new', 'folder'))).toEqual([name]);
  });

  it('write one row a line, so that two captures can be compared line by line', () => {
    expect(captureText(OURS).split('\n').slice(-5)).toEqual([
      `${JSON.stringify(rows[0])},`,
      `${JSON.stringify(rows[1])},`,
      '7',
      ']}',
      '',
    ]);
  });

  it('write a file that is also an answer of the endpoint', () => {
    expect(JSON.parse(captureText(OURS))).toMatchObject({ data: rows, total_count: 3 });
  });

  const ours = (over: object): object => ({ ...(JSON.parse(captureText(OURS)) as object), ...over });
  it.each([
    [{ version: 2 }, 'is a capture of version 2, and only version 1 can be read'],
    [{ version: [[]] }, 'is a capture of an unknown version, and only version 1 can be read'],
    [
      { captured_at: '0001-01-01T00:00:00Z' },
      'is dated 0001-01-01T00:00:00.000Z, which is not between 2000 and 9999',
    ],
    [{ captured_at: '1999-12-31T23:59:59Z' }, 'is dated 1999-12-31T23:59:59.000Z, which is not'],
    [{ captured_at: '9999-12-31T23:59:59-12:00' }, 'is dated +010000-01-01T11:59:59.000Z, which is not'],
    [{ captured_at: 'x' }, 'is damaged at "captured_at"'],
    [{ scope: 'some' }, 'is damaged at "scope"'],
    [{ data: null }, 'is damaged at "data"'],
    [{ popularity: {} }, 'is damaged at "popularity"'],
    [{ categories: { legal: { ids: [1] } } }, 'is damaged at "categories.legal"'],
  ])('refuse a capture that says %j', (over, problem) => {
    const parse = (): unknown => parseCapture(ours(over), 'x.json', now);
    expect(parse).toThrow(CaptureError);
    expect(parse).toThrow(`The capture x.json ${problem}`);
  });

  it('accept a capture with fewer or other categories', () => {
    const { categories } = parseCapture(
      ours({ categories: { legal: { ids: ['a/one'] }, gone: { ids: [] } } }),
      'x',
      now,
    );
    expect(categories.legal.ids).toEqual(['a/one']);
    expect(categories.health).toEqual({ ids: null, problem: 'This capture holds the list of models only.' });
    expect(categories).not.toHaveProperty('gone');
  });
});

describe('readCapture: answers of the endpoint', () => {
  it.each([
    ['a bare list', JSON.stringify(rows)],
    ['an answer', JSON.stringify({ data: rows, total_count: 3, links: { next: null } })],
    ['an older answer', JSON.stringify({ data: rows })],
    ['an answer after a byte order mark', `\uFEFF${JSON.stringify({ data: rows })}`],
    ['a packed answer', gzipSync(JSON.stringify({ data: rows }))],
  ])('reads %s', async (_, content) => {
    const capture = await readCapture(await file('models', content), now);
    expect(capture.rows).toEqual(rows);
    expect(capture.categoriesOrigin).toBe('none');
    expect(capture.popularity).toEqual({ ids: null, problem: 'This capture holds the list of models only.' });
  });

  it.each([
    ['what it says', { captured_at: '2026-08-22T10:00:00Z' }, '2025-01-01.json', '2026-08-22T10:00:00.000Z'],
    ['the date in its name', {}, 'models-2025-01-02.json.gz', '2025-01-02T00:00:00.000Z'],
    ['the time in its name', {}, '2025-01-02T0319Z.json.gz', '2025-01-02T03:19:00.000Z'],
    ['the time in its name, to the second', {}, '2025-01-02T23-59-58Z.json', '2025-01-02T23:59:58.000Z'],
    ['the date in its name, whose time is invalid', {}, '2025-01-02T2519Z.json', '2025-01-02T00:00:00.000Z'],
    ['the clock, with an invalid date in its name', {}, '2025-13-45.json', CLOCK],
    ['the clock, with an impossible day in its name', {}, '2026-02-30.json', CLOCK],
    ['the clock', {}, 'models.json', CLOCK],
  ])('takes the time from %s', (_, over, name, time) => {
    expect(parseCapture({ data: [], ...over }, `/2001-01-01/${name}`, now).capturedAt).toBe(time);
  });

  it('cleans the note and the reasons', () => {
    const turned = '\u202Edesrever\u0000';
    const { categoriesNote, popularity, categories } = parseCapture(
      {
        ...(JSON.parse(captureText(OURS)) as object),
        categories_note: turned,
        popularity: { problem: turned },
        categories: { legal: { problem: turned } },
      },
      'x.json',
      now,
    );
    expect([categoriesNote, popularity.problem, categories.legal.problem]).toEqual(Array(3).fill('desrever'));
  });

  it('takes the scope as all outputs when a row makes no text', () => {
    const picture = rawRow('a/b', { architecture: { output_modalities: ['image'] } });
    expect(parseCapture([rawRow('a/a')], 'x', now).scope).toBe('text');
    expect(parseCapture([rawRow('a/a', { architecture: {} })], 'x', now).scope).toBe('text');
    expect(parseCapture([rawRow('a/a'), picture], 'x', now).scope).toBe('all');
    const nameless = rawRow('a/c', { architecture: { output_modalities: [] } });
    expect(parseCapture([rawRow('a/a'), nameless], 'x', now).scope).toBe('text');
  });

  it('takes the scope from its caller unless the capture says its own', () => {
    expect(parseCapture([rawRow('a/a')], 'x', now, 'all').scope).toBe('all');
    expect(parseCapture(JSON.parse(captureText(OURS)), 'x', now, 'text').scope).toBe('all');
  });

  it.each([
    ['nothing.json', null, 'does not exist'],
    ['empty.json', '', 'is empty'],
    ['page.json', '<html>', 'is not JSON, or is cut short'],
    ['cut.json', '{"data": [', 'is not JSON, or is cut short'],
    [
      'cut.json.gz',
      gzipSync('{"data": []}').subarray(0, 20),
      'cannot be unpacked: it is cut short or damaged',
    ],
    ['other.json', '{"models": []}', 'cannot be read as a capture: it has no "data"'],
    [
      'queries.json',
      '{"cheapest": {"data": []}, "newest": {"data": []}}',
      'cannot be read as a capture: it has no "data"',
    ],
    ['text.json', '"x"', 'cannot be read as a capture: it is "x", not a list of models'],
    ['error.json', '{"error": {"message": "No"}}', 'cannot be read as a capture: it is an error: "No"'],
  ])('refuses %s with its name and the reason', async (name, content, problem) => {
    const path = content === null ? join(folder, name) : await file(name, content);
    const error: unknown = await readCapture(path, now).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(CaptureError);
    expect((error as CaptureError).message).toContain(`The capture ${path} ${problem}. ${WHAT_TO_DO}`);
  });

  it('refuses a folder', async () => {
    await expect(readCapture(folder, now)).rejects.toThrow('cannot be opened');
  });
});

describe('parseCapture: times out of range', () => {
  it.each([
    [{ captured_at: '1999-12-31T23:59:59Z' }, 'models.json', '1999-12-31T23:59:59.000Z'],
    [{}, 'models-0001-01-01.json', '0001-01-01T00:00:00.000Z'],
    [{}, '1970-01-01.json.gz', '1970-01-01T00:00:00.000Z'],
  ])('refuses the time and names the file: %j in %s', (over, name, time) => {
    expect(() => parseCapture({ data: [], ...over }, name, now)).toThrow(
      `The capture ${name} is dated ${time}, which is not between 2000 and 9999. ${WHAT_TO_DO}`,
    );
  });
});

describe('readCapture: data that are nested too deeply', () => {
  const lists = '['.repeat(50_000) + ']'.repeat(50_000);
  const objects = '{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000);

  it.each([
    ['as a whole', lists],
    ['in its list', `{"data": ${lists}}`],
    ['in a field', `[{"id": "a/b", "name": "B", "pricing": {}, "extra": ${objects}}]`],
    ['in a field that is known', `[{"id": "a/b", "name": ${lists}, "pricing": ${objects}}]`],
    [
      'in one of ours',
      captureText(OURS).replace('"data": [', `"data": [{"id": "a/b", "pricing": ${objects}},`),
    ],
  ])('reads, quarantines and writes a capture that is nested too deeply %s', async (_, text) => {
    const capture = await readCapture(await file('deep.json', text), now);
    const { quarantined } = partitionRows(capture.rows);
    expect(quarantined.map(({ problem }) => problem)).toContain(
      'holds lists or objects within each other on more than 100 levels',
    );
    // What is read back is judged the same.
    const again = parseCapture(JSON.parse(captureText(capture)), 'again.json', now);
    expect(partitionRows(again.rows).quarantined).toEqual(quarantined);
    expect(captureText(again)).toBe(captureText({ ...capture, rows: again.rows }));
    expect(captureText(factsOnly(capture)).length).toBeLessThan(10_000);
  });

  it.each([
    ['has no list', objects, 'it has no "data"'],
    ['has a list that is an object', `{"data": ${objects}}`, 'its "data" is not a list'],
    ['has an odd version', `{"format": "modeldex-capture", "version": ${objects}}`, 'an unknown version'],
    ['is an error', `{"error": {"message": ${lists}}}`, 'it has no "data"'],
  ])('refuses in a sentence a capture that %s', async (_, text, words) => {
    await expect(readCapture(await file('deep.json', text), now)).rejects.toThrow(words);
  });
});

describe('factsOnly', () => {
  it('leaves out descriptions and benchmarks, and nothing else', () => {
    const facts = rawRow('a/one', { extra: 1 });
    const kept = Object.fromEntries(Object.entries(facts).filter(([key]) => key !== 'description'));
    const capture = { ...OURS, rows: [{ ...facts, benchmarks: { design_arena: [] } }, 7, null, [1]] };
    expect(factsOnly(capture)).toEqual({ ...OURS, rows: [kept, 7, null, [1]] });
  });
});
