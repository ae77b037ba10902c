import { finishInTurns, type Paced } from '#core/base/paced.ts';

/**
 * Called every few milliseconds by works that are no training: reading corpora, training
 * vocabularies, cutting text. Lets everything else in the process have its turn and tells how far
 * the work is, in any unit; a total of 0 says that nobody knows how much there is. Rejects with
 * `RunStopped` when a stop was asked for.
 */
export type Advance = (what: string, done: number, total: number) => Promise<void>;

/** Lines whose number is known. */
export interface CountedLines {
  readonly lines: Iterable<string>;
  readonly lineCount: number;
}

/** How works on lines are told of. */
export interface LineWork {
  readonly what: string;
  /** What it does with what it gathered, once it has taken all lines. */
  readonly afterwards?: string;
  readonly advance: Advance;
}

/** Does paced work on lines; how far it is follows from how many of them it has taken. */
export function workThrough<Result>(
  { lines, lineCount }: CountedLines,
  work: (lines: Iterable<string>) => Paced<Result>,
  { what, afterwards, advance }: LineWork,
): Promise<Result> {
  let taken = 0;
  function* counted(): Generator<string> {
    for (const line of lines) {
      taken++;
      yield line;
    }
  }
  return finishInTurns(work(counted()), () =>
    afterwards !== undefined && taken === lineCount
      ? advance(afterwards, 0, 0)
      : advance(what, taken, lineCount),
  );
}
