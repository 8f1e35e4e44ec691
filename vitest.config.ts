import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          // Property tests over whole captures share two cores with everything else.
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
          // Builds share Astro's folder of types, so they run one after the other.
          fileParallelism: false,
        },
      },
    ],
  },
});
