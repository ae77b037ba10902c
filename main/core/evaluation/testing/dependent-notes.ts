import type { RandomStream } from '#core/base/random-stream.ts';

/** Notes of made-up patients, whose notes are alike. */
export interface DependentNotes {
  /** [notes] */
  readonly groupIds: readonly string[];
  /** [notes] standard normal, correlated within a patient. */
  readonly values: readonly number[];
}

/** Patients with 1 note and more, five on average, some with over twenty; unequal as in a hospital. */
export function drawPatientSizes(random: RandomStream, patients: number): number[] {
  return Array.from(
    { length: patients },
    () => 1 + Math.floor(-4.5 * Math.log(1 - random.uniform())),
  );
}

/** One standard normal value per note, two of a patient correlating by `alikeness`. */
export function drawDependentNotes(
  random: RandomStream,
  sizes: readonly number[],
  alikeness: number,
): DependentNotes {
  const groupIds: string[] = [];
  const values: number[] = [];
  sizes.forEach((size, patient) => {
    const own = random.normal() * Math.sqrt(alikeness);
    for (let note = 0; note < size; note++) {
      groupIds.push(`patient ${patient}`);
      values.push(own + random.normal() * Math.sqrt(1 - alikeness));
    }
  });
  return { groupIds, values };
}
