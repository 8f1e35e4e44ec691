import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import boundaries from 'eslint-plugin-boundaries';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The rooms of `src/` and what each may import besides itself. A room that is not named here may not be imported at all.
 * docs/architecture.md tells why each arrow runs this way.
 */
const ARROWS = {
  catalog: [],
  config: [],
  files: [],
  upstream: ['catalog', 'config'],
  history: ['catalog', 'config', 'files'],
  data: [],
  loaders: ['upstream', 'history', 'catalog', 'config', 'data'],
  middleware: [],
  'content.config': ['loaders', 'catalog', 'config'],
  site: ['loaders', 'history', 'catalog', 'config'],
  feeds: ['site', 'history', 'catalog'],
  components: ['layouts', 'site', 'history', 'catalog', 'elements', 'styles'],
  layouts: ['components', 'site', 'history', 'catalog', 'elements', 'styles'],
  pages: ['layouts', 'components', 'feeds', 'site', 'history', 'catalog', 'elements', 'styles'],
  elements: ['catalog'],
  styles: [],
  integrations: ['site', 'loaders', 'history', 'catalog', 'config'],
  cli: ['integrations', 'site', 'loaders', 'history', 'upstream', 'catalog', 'config', 'files', 'data'],
};

const FILE_ROOMS = ['config', 'content.config', 'middleware'];
const ROOMS = Object.keys(ARROWS);

const filesOf = (rooms) =>
  rooms.map((room) => (FILE_ROOMS.includes(room) ? `src/${room}.ts` : `src/${room}/**/*`));

/** Rooms whose code runs in a browser or must be able to. */
const BROWSER_SAFE = ['catalog', 'elements'];
const NO_NODE = {
  group: ['node:*', 'node:*/**'],
  message: 'This room must also run in a browser, so it may not use Node.',
};

/** The only files that may read Astro's collections. */
const COLLECTION_READERS = ['src/content.config.ts', 'src/site/queries.ts', 'src/site/queries/**/*'];
const NO_COLLECTIONS = {
  group: ['astro:content'],
  allowTypeImports: true,
  message: 'Only site/queries reads collections: ask it instead.',
};

const inRoom = (...rooms) => ({ file: { categories: { anyOf: rooms } } });

const arrows = [
  ...ROOMS.map((room) => ({ from: inRoom(room), allow: { to: inRoom(room, ...ARROWS[room]) } })),
  { from: inRoom('elements'), allow: { to: inRoom('format') } },
  { from: inRoom(...ROOMS), allow: { to: { module: { origin: ['external', 'core'] } } } },
];

export default defineConfig(
  globalIgnores([
    'dist/',
    'dist.*/',
    '.astro/',
    '.cache/',
    'captures/',
    'test-results/',
    'playwright-report/',
  ]),
  js.configs.recommended,
  {
    files: ['**/*.astro'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // `astro check` knows every name, the ones that Astro provides too.
      'no-undef': 'off',
    },
  },
  // After the rules above, because it brings the parser of these files.
  astro.configs['flat/recommended'],
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      // An empty text or a zero often means "none", and `||` says that shortest.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true, number: true } },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  // The type checker reports what is unused in components, and reads their types rightly.
  { files: ['**/*.astro'], rules: { 'no-unused-vars': 'off' } },
  {
    files: ['src/**/*.{ts,astro}'],
    plugins: { boundaries },
    settings: {
      'boundaries/include': ['src/**/*'],
      'boundaries/files': [
        ...ROOMS.map((room) => ({ category: room, pattern: filesOf([room]) })),
        { category: 'format', pattern: ['src/site/format.ts', 'src/site/format/**/*'] },
      ],
      'import/resolver': { node: { extensions: ['.ts', '.astro'] } },
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': ['error', { default: 'disallow', policies: arrows }],
    },
  },
  {
    files: ['src/**/*.{ts,astro}'],
    ignores: COLLECTION_READERS,
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [NO_COLLECTIONS] }] },
  },
  {
    files: filesOf(BROWSER_SAFE),
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [NO_COLLECTIONS, NO_NODE] }] },
  },
);
