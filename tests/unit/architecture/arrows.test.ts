import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

/** The project's own rules, without those that need a program of types, because the files below exist only here. */
const eslint = new ESLint({
  overrideConfig: [{ files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked }],
});

const ARROW_RULES = ['boundaries/dependencies', '@typescript-eslint/no-restricted-imports'];

async function brokenArrows(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).flatMap(({ ruleId }) =>
    ruleId && ARROW_RULES.includes(ruleId) ? [ruleId] : [],
  );
}

describe('the import rule', () => {
  it.each([
    ['src/upstream/probe.ts', `import type { Model } from '../catalog/model.ts';`],
    ['src/upstream/probe.ts', `import { readConfig } from '../config.ts';`],
    ['src/elements/probe.ts', `import { splitId } from '../catalog/id.ts';`],
    ['src/upstream/probe.ts', `import { readFile } from 'node:fs/promises';`],
    ['src/site/queries.ts', `import { getCollection } from 'astro:content';`],
  ])('lets %s say %s', async (filePath, code) => {
    expect(await brokenArrows(filePath, code)).toEqual([]);
  });

  it.each([
    ['src/catalog/probe.ts', `import { readConfig } from '../config.ts';`],
    ['src/catalog/probe.ts', `import { readFile } from 'node:fs/promises';`],
    ['src/elements/probe.ts', `import { join } from 'node:path';`],
    ['src/elements/probe.ts', `import { readConfig } from '../config.ts';`],
    ['src/catalog/probe.ts', `import page from '../pages/index.astro';`],
    ['src/pages/probe.ts', `import { readConfig } from '../config.ts';`],
    ['src/pages/probe.ts', `import { getCollection } from 'astro:content';`],
    ['src/site/head.ts', `import { getCollection } from 'astro:content';`],
  ])('stops %s from saying %s', async (filePath, code) => {
    expect(await brokenArrows(filePath, code)).toHaveLength(1);
  });
});
