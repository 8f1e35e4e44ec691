import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../support/built-site.ts';
import { siteDir } from '../support/sites.ts';

const files = filesOf('plain', 'pagefind/**/*');

describe('the text index', () => {
  it('brings its engine and no interface of its own', () => {
    expect(files).toContain('pagefind/pagefind.js');
    expect(files).toContain('pagefind/pagefind-worker.js');
    expect(files).toContain('pagefind/pagefind-entry.json');
    expect(files.filter((file) => /-ui\.|highlight/.test(file))).toEqual([]);
  });

  it.each(['pf_meta', 'pf_index', 'pf_fragment', 'pagefind'])('has every file .%s whole', (ending) => {
    const compressed = files.filter((file) => file.endsWith(`.${ending}`));
    expect(compressed).not.toEqual([]);
    for (const file of compressed)
      expect(() => gunzipSync(readFileSync(join(siteDir('plain'), file))), file).not.toThrow();
  });
});
