import { adjustHolm } from '#core/evaluation/statistics/adjust-holm.ts';

/** A test of one period against what was before; p is null where there was too little to test. */
export interface WatchTest<Name extends string> {
  readonly name: Name;
  readonly p: number | null;
}

export type JudgedTest<Name extends string> = WatchTest<Name> & {
  /** Adjusted for all tests of the period; null as p. */
  readonly adjustedP: number | null;
  readonly isAlarm: boolean;
};

/**
 * Which tests of a period give an alarm, so that without any change at most the share `rate` of periods
 * has an alarm at all: Holm over the tests that could be made, whatever ties them together.
 */
export function judgeTests<Name extends string>(
  tests: readonly WatchTest<Name>[],
  rate: number,
): JudgedTest<Name>[] {
  const adjusted = adjustHolm(tests.flatMap(({ p }) => (p === null ? [] : [p])));
  let made = 0;
  return tests.map((test) => {
    const adjustedP = test.p === null ? null : adjusted[made++];
    return { ...test, adjustedP, isAlarm: adjustedP !== null && adjustedP <= rate };
  });
}
