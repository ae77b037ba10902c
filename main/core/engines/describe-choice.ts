import type { EngineRound } from '#core/domain/calibration.ts';
import { errorBound, type EngineChoice } from './choose-engine.ts';

/** How the choice of an engine was made, in a sentence without its full stop. */
export function describeChoice({ chosen, ground, contenders }: EngineChoice): string {
  switch (ground) {
    case 'only':
      return `${chosen} is the only engine that computes here`;
    case 'certain':
      return `${chosen} is the fastest in rounds by turns, certain to ${100 * (1 - errorBound)} %`;
    case 'preferred':
      return `which of ${contenders.join(', ')} is the fastest is not certain, since they are about as fast or the machine has other work; ${chosen} comes first in the order of preference`;
  }
}

/** What other programs had of the processors in the median round; null where that is unknown. */
export function typicalOthersShare(rounds: readonly EngineRound[]): number | null {
  const shares = rounds.flatMap(({ othersShare }) => (othersShare === null ? [] : [othersShare]));
  return shares.length === 0 ? null : shares.sort((a, b) => a - b)[Math.floor(shares.length / 2)];
}
