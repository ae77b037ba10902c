import type { ImportProblem } from '#core/domain/import-report.ts';
import { createTextExaminer } from '../examine-text.ts';
import { createTextPieces } from '../piece-reader.ts';
import type { ReadOptions, SourceInput } from './document-format.ts';
import { nameInput } from './name-input.ts';

/** An input whose encoding is known. */
export interface OpenedText {
  /** Null where it is no text. Its text from the start at each call, line endings as LF. */
  readonly pieces: (() => Iterable<string>) | null;
  readonly problems: readonly ImportProblem[];
}

/** Examines an input, so that its text can be read piece by piece, as often as needed. */
export function openText(
  input: SourceInput,
  { encoding }: Pick<ReadOptions, 'encoding'>,
): OpenedText {
  const examiner = createTextExaminer(nameInput(input), encoding);
  for (const piece of input.pieces()) examiner.add(piece);
  const examined = examiner.finish();
  if (examined.encoding === null) return { pieces: null, problems: examined.problems };
  function* pieces(): Generator<string> {
    const text = createTextPieces(examined);
    for (const piece of input.pieces()) yield text.read(piece);
    yield text.finish();
  }
  return { pieces, problems: examined.problems };
}

/** The lines of a text with LF line endings that comes in pieces, one by one, numbered from 1. */
export function* linesOf(
  pieces: Iterable<string>,
): Generator<{ readonly line: number; readonly text: string }> {
  let line = 1;
  let held: string[] = [];
  for (const piece of pieces) {
    let at = 0;
    for (let end = piece.indexOf('\n'); end !== -1; end = piece.indexOf('\n', at)) {
      held.push(piece.slice(at, end));
      yield { line: line++, text: held.join('') };
      held = [];
      at = end + 1;
    }
    held.push(piece.slice(at));
  }
  const text = held.join('');
  if (text !== '') yield { line, text };
}
