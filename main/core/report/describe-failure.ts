import { inEnglish } from '#core/base/phrase.ts';
import type { StudyFailure } from '#core/domain/run.ts';

/** Why a study failed, in one line. */
export function describeFailure({ code, expected, found, remedy, place }: StudyFailure): string {
  const where = place === null ? '' : `${inEnglish(place)}: `;
  return `The study failed: ${where}expected ${inEnglish(expected)}, found ${inEnglish(found)}. ${inEnglish(remedy)} [${code}]`;
}
