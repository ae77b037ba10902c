import type { Reporter, TestCase } from 'vitest/node';

/** Ends the output with one plain line that any tool can read: "N passed, N failed, N skipped". */
export default class PlainSummaryReporter implements Reporter {
  readonly #counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };

  onTestCaseResult(testCase: TestCase): void {
    this.#counts[testCase.result().state]++;
  }

  onTestRunEnd(): void {
    const { passed, failed, skipped } = this.#counts;
    process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  }
}
