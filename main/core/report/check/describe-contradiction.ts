import type { Phrase } from '#core/base/phrase.ts';
import type {
  Contradiction,
  ContradictionKind,
} from '#core/evaluation/consistency/contradiction.ts';
import type { Place } from '#core/evaluation/consistency/stated.ts';
import { say } from '#core/wording/say.ts';

type Bounds = Contradiction['expected'];

const reasons: Readonly<Record<ContradictionKind, (expected: Bounds) => Phrase>> = {
  'out-of-range': ({ least, most }) => say('consistency', 'outOfRange', least, most),
  'f1-above-its-parts': ({ most }) => say('consistency', 'f1AboveItsParts', round(most)),
  'f1-not-of-its-parts': ({ least, most }) =>
    say('consistency', 'f1NotOfItsParts', round(least), round(most)),
  'no-such-count': ({ least }) => say('consistency', 'noSuchCount', round(least)),
  'no-such-matrix': () => say('consistency', 'noSuchMatrix'),
  'macro-not-the-mean': ({ least, most }) =>
    say('consistency', 'macroNotTheMean', round(least), round(most)),
  'difference-not-of-means': ({ least, most }) =>
    say('consistency', 'differenceNotOfMeans', round(least), round(most)),
  'p-below-the-least': ({ least }) => say('consistency', 'pBelowTheLeast', round(least)),
  'p-not-of-the-test': ({ least }) => say('consistency', 'pNotOfTheTest', round(least)),
  'holm-below-p': ({ least }) => say('consistency', 'holmBelowP', round(least)),
  'holm-not-in-order': ({ least }) => say('consistency', 'holmNotInOrder', round(least)),
};

/** What does not agree, where, why it cannot be, and where the other number stands. */
export function describeContradiction({
  kind,
  place,
  with: other,
  found,
  expected,
}: Contradiction): Phrase {
  const why = reasons[kind](expected);
  return say(
    'consistency',
    'told',
    describePlace(place),
    round(found),
    why,
    other === null ? null : describePlace(other),
  );
}

function describePlace({ table, row, about, column }: Place): Phrase {
  return say('consistency', 'place', table, row, about, column);
}

/** Without the dust of binary fractions. */
function round(value: number): number {
  return Number(value.toPrecision(5));
}
