import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts'],
    // Property tests over whole captures share two cores with everything else.
    testTimeout: 30_000,
  },
});
