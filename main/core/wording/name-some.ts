import type { Phrase } from '#core/base/phrase.ts';
import { say } from './say.ts';

const namedCount = 8;

/**
 * Names for a sentence, in the order given: the first few, and how many there are where that is not
 * all, so that a sentence on 400 of them is as long as one on nine.
 */
export function nameSome(names: readonly string[]): Phrase {
  const more = names.length - namedCount;
  if (more <= 0) return say('common', 'names', names);
  return say('common', 'someNames', names.slice(0, namedCount), more, names.length);
}
