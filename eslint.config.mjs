import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import boundaries from 'eslint-plugin-boundaries';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * The layers of `src/`, lowest first, and what each may import besides itself: layers that stand above it in
 * this list. A layer that is not named here may not be imported at all. docs/architecture.md says what each
 * holds.
 */
export const ALLOWED_IMPORTS = {
  files: [],
  data: [],
  styles: [],
  catalog: [],
  config: ['catalog', 'files'],
  middleware: ['files'],
  search: ['catalog'],
  upstream: ['catalog', 'config', 'files'],
  ledger: ['catalog', 'config', 'files'],
  history: ['ledger', 'catalog'],
  rankings: ['history', 'ledger', 'catalog', 'files'],
  loaders: ['upstream', 'rankings', 'ledger', 'catalog', 'config', 'files', 'data'],
  'content.config': ['loaders', 'catalog', 'config'],
  site: ['loaders', 'rankings', 'history', 'search', 'catalog', 'config', 'styles'],
  feeds: ['site', 'rankings', 'history', 'catalog'],
  outputs: ['site', 'history', 'upstream', 'catalog', 'styles'],
  client: ['search', 'catalog', 'browser-safe'],
  ui: ['client', 'site', 'history', 'search', 'catalog', 'styles'],
  pictures: ['site', 'history', 'catalog', 'config', 'files', 'styles'],
  layouts: ['ui', 'site', 'catalog', 'styles'],
  pages: ['layouts', 'pictures', 'ui', 'client', 'outputs', 'feeds', 'site', 'history', 'search', 'catalog'],
  integrations: ['pictures', 'site', 'catalog', 'config', 'files'],
  cli: ['integrations', 'upstream', 'rankings', 'ledger', 'catalog', 'config', 'files', 'data'],
};
const LAYERS = Object.keys(ALLOWED_IMPORTS);

/** The layers that are one file each. */
const FILE_LAYERS = ['config', 'content.config', 'middleware'];

/** `ui/NAME/` holds one thing of the pages, and `ui/NAME/client/` what of it runs in the browser. */
const FILES_OF_UI = { ui: 'src/ui/*/*', client: 'src/ui/*/client/**/*' };

/** What browser code may use of other layers: it needs neither Node nor the models. */
const BROWSER_SAFE_FILES = [
  'src/catalog/format.ts',
  'src/feeds/opml-document.ts',
  'src/outputs/record/**/*',
  'src/site/charts/*',
  'src/site/html.ts',
  'src/site/urls.ts',
  'src/site/words/{alternatives,compare,labels,my-list,price-losses,removal}.ts',
];

const filesOf = (layer) =>
  FILES_OF_UI[layer] ?? (FILE_LAYERS.includes(layer) ? `src/${layer}.ts` : `src/${layer}/**/*`);

/** Layers whose code runs in a browser or must be able to. */
const BROWSER_LAYERS = ['catalog', 'search', 'client'];
const NO_NODE = {
  group: ['node:*', 'node:*/**'],
  message: 'This code must also run in a browser, so it may not use Node.',
};

/** The only files that may read Astro's collections. */
const COLLECTION_READERS = ['src/content.config.ts', 'src/site/queries/**/*'];
const NO_COLLECTIONS = {
  group: ['astro:content'],
  allowTypeImports: true,
  message: 'Only site/queries reads collections: ask it instead.',
};

const inLayer = (...layers) => ({ file: { categories: { anyOf: layers } } });

const allowedImports = [
  ...LAYERS.map((layer) => ({
    from: inLayer(layer),
    allow: { to: inLayer(layer, ...ALLOWED_IMPORTS[layer]) },
  })),
  { from: inLayer(...LAYERS), allow: { to: { module: { origin: ['external', 'core'] } } } },
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
  // The formatter breaks code, but leaves comments as long as they are.
  { rules: { 'max-len': ['error', { code: 1000, comments: 110, ignoreUrls: true }] } },
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
        ...LAYERS.map((layer) => ({ category: layer, pattern: filesOf(layer) })),
        { category: 'browser-safe', pattern: BROWSER_SAFE_FILES },
      ],
      'import/resolver': { node: { extensions: ['.ts', '.astro'] } },
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': ['error', { default: 'disallow', policies: allowedImports }],
    },
  },
  {
    files: ['src/**/*.{ts,astro}'],
    ignores: COLLECTION_READERS,
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [NO_COLLECTIONS] }] },
  },
  {
    files: [...BROWSER_LAYERS.map(filesOf), ...BROWSER_SAFE_FILES],
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [NO_COLLECTIONS, NO_NODE] }] },
  },
);
