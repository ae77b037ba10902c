import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['main/**/*.test.ts', 'renderer/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/package/**'],
    // Two cores: a worker each, and onnxruntime's own threads inside.
    maxWorkers: 2,
    // A busy machine takes several times as long; only what hangs reaches these.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    setupFiles: './test/fix-random-seed.ts',
    // Other readers of what we export, in tests, bring onnxruntime with its telemetry.
    env: { ORT_DISABLE_TELEMETRY: '1' },
    reporters: ['default', './test/plain-summary-reporter.ts'],
  },
});
