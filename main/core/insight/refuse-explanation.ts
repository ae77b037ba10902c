import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';

/** @throws explanation.unknown-class */
export function refuseClass(classes: readonly string[], wanted: string): never {
  throw new AnamnesisError('explanation.unknown-class', {
    expected: say(
      'insight',
      'oneOfClasses',
      classes.map((each) => `“${each}”`),
    ),
    found: wanted,
    remedy: say('insight', 'nameOther'),
  });
}

/** @throws explanation.no-words */
export function refuseWordless(): never {
  throw new AnamnesisError('explanation.no-words', {
    expected: say('insight', 'textWithWords'),
    found: say('insight', 'noWords'),
    remedy: say('insight', 'chooseOtherNote'),
  });
}
