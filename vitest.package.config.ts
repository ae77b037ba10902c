import { defineConfig } from 'vitest/config';

/** The package of `npm run package`, installed into a root of its own: `npm run test:package`. */
export default defineConfig({
  test: {
    include: ['test/package/**/*.test.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    reporters: ['default', './test/plain-summary-reporter.ts'],
  },
});
