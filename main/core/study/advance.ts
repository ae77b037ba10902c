import { finishInTurns, type Paced } from '#core/base/paced.ts';

/**
 * Called every few milliseconds by works that are no training: reading corpora, training
 * vocabularies, cutting text. Lets everything else in the process have its turn and tells how far
 * the work is, in any unit; rejects with `RunStopped` when a stop was asked for.
 */
export type Advance = (what: string, done: number, total: number) => Promise<void>;

/** Lines whose number is known. */
export interface CountedLines {
  readonly lines: Iterable<string>;
  readonly lineCount: number;
}

/** Does paced work on lines; how far it is follows from how many of them it has taken. */
export function workThrough<Result>(
  { lines, lineCount }: CountedLines,
  work: (lines: Iterable<string>) => Paced<Result>,
  { what, advance }: { readonly what: string; readonly advance: Advance },
): Promise<Result> {
  let taken = 0;
  function* counted(): Generator<string> {
    for (const line of lines) {
      taken++;
      yield line;
    }
  }
  return finishInTurns(work(counted()), () => advance(what, taken, lineCount));
}
