import type { MethodAgreement, MethodExplanation } from '#core/domain/note-explanation.ts';
import { rankAgreement } from './rank-agreement.ts';

/**
 * How far methods say the same of one note, each two of them: they often do not (Neely and others
 * 2021, arXiv 2105.03287), which is a reason to trust none alone.
 */
export function compareMethods(methods: readonly MethodExplanation[]): MethodAgreement[] {
  return methods.flatMap((one, index) =>
    methods.slice(index + 1).map((other) => ({
      one: one.method,
      other: other.method,
      correlation: rankAgreement(one.weights, other.weights),
      commonBars: one.bars.filter(({ word }) => other.bars.some((bar) => bar.word === word)).length,
    })),
  );
}
