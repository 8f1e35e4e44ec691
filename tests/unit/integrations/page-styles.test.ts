import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadedFilesReader } from '../../../src/integrations/page-styles/loaded-files.ts';
import { sheetMaker } from '../../../src/integrations/page-styles/sheets.ts';
import {
  classesIn,
  rulesNamedIn,
  withoutUnreadVariables,
} from '../../../src/integrations/page-styles/tailwind.ts';

const folder = mkdtempSync(join(tmpdir(), 'page-styles-'));
const at = (file: string) => join(folder, file);

const FILES: Record<string, string> = {
  'pages/list.astro': `---
import Page from '../layouts/Page.astro';
import Table from '../ui/Table.astro';
---
<Page><Table /></Page>`,
  'pages/plain.txt.ts': `export const GET = () => 'flex';`,
  'layouts/Page.astro': `---
import '../styles/global.css';
import '../styles/utilities.css';
---
<main class="p-4"><slot /></main>
<script>
  import '../ui/client/start.ts';
</script>`,
  'ui/Table.astro': `---
import type { Row } from './rows.ts';
import './table.css';
import 'virtual:made.css';
---
<table class:list={['mb-2', { hidden: true }]}></table>`,
  'ui/table.css': '.table-row { @apply m-0; }',
  'ui/rows.ts': `export type Row = 'grid';`,
  'ui/client/start.ts': `void import('./menu.ts');`,
  'ui/client/menu.ts':
    "import css from './menu.css?inline';\nexport const looks = `md:hidden\n  [&>select]:w-full`;",
  'ui/client/menu.css': '.menu { color: var(--adopted); }',
  'styles/global.css':
    "@import './prose.css';\n\nhtml { color: theme('colors.ink'); --adopted: 1; --unread: 1; }",
  'styles/prose.css': '.prose { margin: 0; }',
  'styles/utilities.css': [
    'p-4',
    'mb-2',
    'hidden',
    'grid',
    'flex',
    'md\\:hidden',
    '\\[\\&\\>select\\]\\:w-full',
  ]
    .map((name, index) => `.${name} { margin: ${index}px; }`)
    .join('\n'),
};

beforeAll(() => {
  for (const [file, text] of Object.entries(FILES)) {
    mkdirSync(dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('loadedFilesReader', () => {
  it('follows components, their scripts and what scripts load later, and leaves types out', () => {
    const { texts } = loadedFilesReader()(at('pages/list.astro'));
    const loaded = Object.keys(FILES).filter((file) => texts.includes(FILES[file] ?? ''));
    expect(loaded).toEqual([
      'pages/list.astro',
      'layouts/Page.astro',
      'ui/Table.astro',
      'ui/client/start.ts',
      'ui/client/menu.ts',
    ]);
  });

  it('lists the styles of all of them', () => {
    expect(loadedFilesReader()(at('pages/list.astro')).styles).toEqual([
      at('styles/global.css'),
      at('styles/utilities.css'),
      at('ui/table.css'),
      'virtual:made.css',
    ]);
  });
});

describe('sheetMaker', () => {
  const makeSheet = sheetMaker({
    base: at('styles/global.css'),
    utilities: at('styles/utilities.css'),
    made: new Map([['virtual:made.css', () => ".made { color: theme('colors.ink'); }"]]),
  });

  it('puts the base first, then the utilities that the page names, then the styles of its components', async () => {
    const sheet = await makeSheet(at('pages/list.astro'));
    expect([...sheet.matchAll(/^(\S+) \{/gm)].map(([, selector]) => selector)).toEqual([
      '.prose',
      'html',
      '.p-4',
      '.mb-2',
      '.hidden',
      '.md\\:hidden',
      '.\\[\\&\\>select\\]\\:w-full',
      '.table-row',
      '.made',
    ]);
  });

  it('resolves the scale in every style', async () => {
    const sheet = await makeSheet(at('pages/list.astro'));
    expect(sheet).not.toMatch(/theme\(|@apply/);
    expect(sheet).toContain('var(--ink)');
  });

  it('leaves out variables that neither the sheet nor a style of its scripts reads', async () => {
    const sheet = await makeSheet(at('pages/list.astro'));
    expect(sheet).toContain('--adopted');
    expect(sheet).not.toContain('--unread');
  });

  it('makes nothing for a page without the layout', async () => {
    expect(await makeSheet(at('pages/plain.txt.ts'))).toBe('');
  });
});

describe('rulesNamedIn', () => {
  const css = `.a { color: red } .b .a { color: red } .b:hover { color: blue } p { color: red }
@media print { .b { color: red } }`;

  it('leaves out a rule when one of its classes is named nowhere', () => {
    expect([...classesIn(rulesNamedIn(['"a"'], css))]).toEqual(['a']);
    expect([...classesIn(rulesNamedIn(['a b'], css))].sort()).toEqual(['a', 'b']);
  });

  it('keeps rules without classes', () => {
    expect(rulesNamedIn([], css)).toMatch(/^p \{/);
  });
});

describe('withoutUnreadVariables', () => {
  const css = 'p { --a: 1; --b: 2; --c: 3; color: var(--a); }';

  it('keeps what the style sheet or another text reads', () => {
    const kept = withoutUnreadVariables(css, ['<path fill="var(--b, red)" />']);
    expect(kept.match(/--\w+(?=:)/g)).toEqual(['--a', '--b']);
  });
});
