import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          exclude: ['tests/unit/**/*.slow.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          // Tests that start processes, or go over whole captures or the whole ledger.
          name: 'slow',
          include: ['tests/unit/**/*.slow.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'build',
          include: ['tests/build/*.test.ts'],
          globalSetup: 'tests/support/build-setup.ts',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'live',
          include: ['tests/live/*.test.ts'],
          testTimeout: 60_000,
          // They delete whole sites afterward.
          hookTimeout: 60_000,
          // Builds share Astro's folder of types, so they run one after the other.
          fileParallelism: false,
        },
      },
    ],
  },
});
