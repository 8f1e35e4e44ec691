import type { KnipConfig } from 'knip';

export default {
  // Tests count as users: some exports are the parts of a rule that a test must reach on their own.
  entry: ['src/cli/*.ts', 'src/cli/build/pages.ts', 'src/pages/**/*.{astro,ts}', 'tests/**/*.ts'],
  project: ['src/**/*.{ts,astro,css}', 'tests/**/*.ts'],
  // A feed reader and the shell of SQLite, which tests ask where the system has them; npm has neither.
  ignoreBinaries: ['newsboat', 'sqlite3'],
} satisfies KnipConfig;
