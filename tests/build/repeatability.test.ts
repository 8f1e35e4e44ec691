import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesOf } from '../support/built-site.ts';
import { siteDir, type SiteName } from '../support/sites.ts';

it('a build writes the same bytes from the same capture, except for the times in build.json', () => {
  expect(filesOf('again')).toEqual(filesOf('wide'));
  const differing = filesOf('wide').filter((file) => digest('wide', file) !== digest('again', file));
  expect(differing).toEqual([]);
});

function digest(name: SiteName, file: string): string {
  const bytes = readFileSync(join(siteDir(name), file));
  return createHash('sha256')
    .update(file === 'build.json' ? withoutTimes(bytes.toString()) : bytes)
    .digest('hex');
}

function withoutTimes(json: string): string {
  return JSON.stringify({ ...(JSON.parse(json) as object), built_at: null, duration_ms: null });
}
