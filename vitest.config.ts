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
          include: ['tests/{build,nightly}/**/*.test.ts'],
          globalSetup: 'tests/support/build-setup.ts',
          testTimeout: 60_000,
        },
      },
    ],
  },
});
