import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../support/built-site.ts';
import { siteDir } from '../support/sites.ts';

const files = filesOf('plain', 'pagefind/**/*');

describe('the text index', () => {
  it('holds the text of pages without their navigation', () => {
    const texts = fragments().map(({ content }) => content);
    expect(texts.length).toBeGreaterThan(900);
    expect(
      texts.filter((text) => /copyby|\bcopy by\b|Open on OpenRouter|Chat ↗|Models \//.test(text)),
    ).toEqual([]);
  });

  it('has the engine of Pagefind and none of its interface', () => {
    expect(files).toContain('pagefind/pagefind.js');
    expect(files).toContain('pagefind/pagefind-worker.js');
    expect(files).toContain('pagefind/pagefind-entry.json');
    expect(files.filter((file) => /-ui\.|highlight/.test(file))).toEqual([]);
  });

  it('holds what a page says of its model, not what every page says of a parameter', () => {
    const page = fragments().find(({ url }) => url === '/models/google/gemini-2.5-pro/');
    expect(page?.content).toContain('temperature');
    expect(page?.content).not.toContain('Low values make the answer steady');
    expect(fragments().some(({ content }) => content.includes('temperature = '))).toBe(true);
  });

  it.each(['pf_meta', 'pf_index', 'pf_fragment', 'pagefind'])('has every file .%s in full', (ending) => {
    const compressed = files.filter((file) => file.endsWith(`.${ending}`));
    expect(compressed).not.toEqual([]);
    for (const file of compressed)
      expect(() => gunzipSync(readFileSync(join(siteDir('plain'), file))), file).not.toThrow();
  });
});

function fragments(): { readonly url: string; readonly content: string }[] {
  return files
    .filter((file) => file.endsWith('.pf_fragment'))
    .map((file) => {
      const text = gunzipSync(readFileSync(join(siteDir('plain'), file))).toString('utf8');
      return JSON.parse(text.slice(text.indexOf('{'))) as { url: string; content: string };
    });
}
