import type { StudyFailure } from '#core/domain/run.ts';

/** Why a study failed, in one line. */
export function describeFailure({ code, expected, found, remedy, place }: StudyFailure): string {
  const where = place === null ? '' : `${place}: `;
  return `The study failed: ${where}expected ${expected}, found ${found}. ${remedy} [${code}]`;
}
