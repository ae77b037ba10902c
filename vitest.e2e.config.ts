import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/e2e/longest-first.ts';

/** The window in a real browser; needs `npm run build` before and Debian's chromium. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.test.ts'],
    // Each file has a host, a workspace and a browser of its own, and mostly waits.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // The tests tell one story: after a break the rest would only wait.
    bail: 1,
    testTimeout: 180_000,
    // A machine that trains at the same time may be slow.
    expect: { poll: { timeout: 60_000 } },
    hookTimeout: 120_000,
    // Other readers of what we export, in tests, bring onnxruntime with its telemetry.
    env: { ORT_DISABLE_TELEMETRY: '1' },
    reporters: ['default', './test/plain-summary-reporter.ts'],
  },
});
