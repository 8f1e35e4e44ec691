import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';
import { ALLOWED_IMPORTS } from '../../../eslint.config.mjs';

/**
 * The project's own lint rules without the type-aware ones, because the files below exist only in this test.
 */
const eslint = new ESLint({
  overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }],
});

const IMPORT_RULES = ['boundaries/dependencies', '@typescript-eslint/no-restricted-imports'];

async function importProblems(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).flatMap(({ ruleId }) =>
    ruleId && IMPORT_RULES.includes(ruleId) ? [ruleId] : [],
  );
}

describe('ALLOWED_IMPORTS', () => {
  const layers = Object.keys(ALLOWED_IMPORTS);

  it.each(Object.entries(ALLOWED_IMPORTS))(
    'lets the layer %s import only layers below it',
    (layer, allowed) => {
      const below = layers.slice(0, layers.indexOf(layer));
      expect(allowed.filter((name) => name !== 'browser-safe' && !below.includes(name))).toEqual([]);
    },
  );

  it('does not let parts of pages import layouts, or layouts import pages', () => {
    expect(ALLOWED_IMPORTS.ui).not.toContain('layouts');
    expect(ALLOWED_IMPORTS.layouts).not.toContain('pages');
  });
});

describe('the ESLint rules of imports', () => {
  it.each([
    ['src/upstream/probe.ts', `import type { Model } from '../catalog/model.ts';`],
    ['src/upstream/probe.ts', `import { readConfig } from '../config.ts';`],
    ['src/upstream/probe.ts', `import { readFile } from 'node:fs/promises';`],
    ['src/history/probe.ts', `import { readLedger } from '../ledger/files.ts';`],
    ['src/ui/search/client/probe.ts', `import { splitId } from '../../../catalog/id.ts';`],
    ['src/ui/search/client/probe.ts', `import { url } from '../../../site/urls.ts';`],
    ['src/ui/search/probe.ts', `import { models } from '../../site/queries/catalog.ts';`],
    ['src/site/queries/catalog.ts', `import { getCollection } from 'astro:content';`],
  ])('allow in %s: %s', async (filePath, code) => {
    expect(await importProblems(filePath, code)).toEqual([]);
  });

  it.each([
    ['src/catalog/probe.ts', `import { readConfig } from '../config.ts';`],
    ['src/catalog/probe.ts', `import { readFile } from 'node:fs/promises';`],
    ['src/catalog/probe.ts', `import page from '../pages/index.astro';`],
    ['src/catalog/probe.ts', `import { search } from '../search/search.ts';`],
    ['src/search/probe.ts', `import { readFile } from 'node:fs/promises';`],
    ['src/ledger/probe.ts', `import { historyFrom } from '../history/history.ts';`],
    ['src/history/probe.ts', `import { loadRankings } from '../rankings/files.ts';`],
    ['src/ui/search/client/probe.ts', `import { join } from 'node:path';`],
    ['src/ui/search/client/probe.ts', `import { readConfig } from '../../../config.ts';`],
    ['src/ui/search/client/probe.ts', `import { models } from '../../../site/queries/catalog.ts';`],
    ['src/ui/search/probe.ts', `import Page from '../../layouts/Page.astro';`],
    ['src/pages/probe.ts', `import { readConfig } from '../config.ts';`],
    ['src/pages/probe.ts', `import { getCollection } from 'astro:content';`],
    ['src/site/head.ts', `import { getCollection } from 'astro:content';`],
  ])('report in %s: %s', async (filePath, code) => {
    expect(await importProblems(filePath, code)).toHaveLength(1);
  });
});
