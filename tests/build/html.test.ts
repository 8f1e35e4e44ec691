import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SITE_NAMES, siteDir } from '../support/sites.ts';

describe.each(SITE_NAMES)('the site "%s"', (name) => {
  it('has a home page', () => {
    expect(globSync('index.html', { cwd: siteDir(name) })).toHaveLength(1);
  });
});
