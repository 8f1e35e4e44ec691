import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCapture } from '../../../src/upstream/capture.ts';
import { EMBEDDED_CAPTURE } from '../../../src/upstream/load.ts';
import { validateRows } from '../../../src/upstream/validate.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const PATH = join(ROOT, EMBEDDED_CAPTURE);
const SOURCES = join(ROOT, '../shared/captures');

describe('the embedded capture', () => {
  it('holds only valid rows, facts only, and orders of listed models', async () => {
    const capture = await readCapture(PATH);
    const { rows, quarantined, unknown } = validateRows(capture.rows);
    expect([quarantined, unknown]).toEqual([[], []]);
    expect(rows.filter((row) => 'description' in row || 'benchmarks' in row)).toEqual([]);
    const listed = new Set(rows.map(({ id }) => id));
    const orders = [capture.popularity, ...Object.values(capture.categories)].map(({ ids }) => ids);
    for (const ids of orders) {
      expect(ids?.length).toBeGreaterThan(0);
      expect(ids?.filter((id) => !listed.has(id))).toEqual([]);
      expect(new Set(ids).size).toBe(ids?.length);
    }
  });

  it('says what its category order is, unless it is the endpoint’s', async () => {
    const { categoriesOrigin, categoriesNote } = await readCapture(PATH);
    expect(categoriesOrigin === 'stand-in').toBe(categoriesNote !== null);
  });

  it.skipIf(!existsSync(SOURCES))(
    'is made again, byte for byte, by the command that made it',
    async ({ skip }) => {
      const { categoriesOrigin } = await readCapture(PATH);
      skip(categoriesOrigin !== 'stand-in', 'a nightly capture has taken its place');
      const folder = await mkdtemp(join(tmpdir(), 'embed-'));
      try {
        const target = join(folder, 'embedded.json');
        execFileSync(process.execPath, [join(ROOT, 'src/cli/embed.ts'), SOURCES, target]);
        expect((await readFile(target, 'utf8')) === readFileSync(PATH, 'utf8')).toBe(true);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
});
