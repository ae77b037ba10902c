import type { ImportProblem } from '#core/domain/import-report.ts';
import type { SourceInput } from '../document-format.ts';
import { nameInput } from '../name-input.ts';
import type { ProblemList } from '../problem-list.ts';
import type { ReadLimits } from '../read-limits.ts';
import { entryFaults } from './entry-faults.ts';
import { type HeldBytes, holdBytes } from './held-bytes.ts';
import { holdArchives } from './input-bytes.ts';
import { createPartNames } from './part-names.ts';
import type { EntryFault } from './zip-entry.ts';

/** What the expansion of an archive has at hand, shared with the archives in it. */
export interface Expansion {
  readonly limits: ReadLimits;
  /** Bytes that may still be expanded. */
  bytesLeft: number;
  /** Parts that may still be found. */
  partsLeft: number;
  /** Names that are in use: parts of the same name are told apart. */
  readonly names: ReturnType<typeof createPartNames>;
  readonly problems: ProblemList;
  readonly archives: HeldBytes;
  readonly parts: HeldBytes;
}

/** Parts up to this size are expanded once for the passes that a reader makes over them. */
const largestPart = 16 * 2 ** 20;

/** What holds the archives of one import, and the parts that are read. */
export interface HeldInputs {
  readonly archives: HeldBytes;
  readonly parts: HeldBytes;
}

export const holdInputs = (): HeldInputs => ({
  archives: holdArchives(),
  parts: holdBytes(largestPart, 4 * largestPart),
});

export function beginExpansion(
  archive: string,
  limits: ReadLimits,
  problems: ProblemList,
  held: HeldInputs,
): Expansion {
  return {
    limits,
    bytesLeft: limits.expandedBytes,
    partsLeft: limits.partCount,
    names: createPartNames(archive, problems),
    problems,
    ...held,
  };
}

/** A file of an archive, which can be read at any time and as often as needed. */
export function makePart(
  place: Pick<SourceInput, 'name' | 'part' | 'byteCount'>,
  pieces: SourceInput['pieces'],
  { parts }: Pick<Expansion, 'parts'>,
): SourceInput {
  const whole: SourceInput = { ...place, pieces };
  return {
    ...place,
    *pieces() {
      const held = parts.of(whole);
      if (held === null) yield* pieces();
      else if (held.length > 0) yield held;
    },
  };
}

/** What is said of a part that is not read, or not to its end. */
export function faultOf(
  place: Pick<SourceInput, 'name' | 'part'>,
  fault: EntryFault,
): ImportProblem {
  const { rule, detail } = entryFaults[fault];
  return { file: nameInput(place), line: 1, rule, action: 'left-out', detail };
}
