import type { ImportProblem } from '#core/domain/import-report.ts';
import { createTextExaminer } from '../examine-text.ts';
import { createPieceDecoder } from '../decode-pieces.ts';
import type { ReadOptions, SourceInput } from './document-format.ts';
import { nameInput } from './name-input.ts';

/** An input as one string; null where it is no text or longer than a document may be. */
export interface DecodedInput {
  /** Without a byte order mark; line endings as in the file. */
  readonly text: string | null;
  readonly hasByteOrderMark: boolean;
  readonly problems: readonly ImportProblem[];
}

/** Reads an input whole, in the encoding given or recognised. Never throws. */
export function decodeInput(
  input: SourceInput,
  { encoding, limits }: Pick<ReadOptions, 'encoding' | 'limits'>,
): DecodedInput {
  const file = nameInput(input);
  const examiner = createTextExaminer(file, encoding);
  for (const piece of input.pieces()) examiner.add(piece);
  const examined = examiner.finish();
  const { markLength, problems } = examined;
  const hasByteOrderMark = markLength > 0;
  if (examined.encoding === null) return { text: null, hasByteOrderMark, problems };
  if (examined.textLength > limits.documentLength) {
    const detail = `The file has ${examined.textLength} characters; ${limits.documentLength} are read at most as one document.`;
    const problem = {
      file,
      line: 1,
      rule: 'document-too-long',
      action: 'left-out',
      detail,
    } as const;
    return { text: null, hasByteOrderMark, problems: [...problems, problem] };
  }
  const decoder = createPieceDecoder(examined.encoding);
  const parts: string[] = [];
  let markLeft = markLength;
  for (const piece of input.pieces()) {
    const bytes = piece.subarray(markLeft);
    markLeft -= piece.length - bytes.length;
    parts.push(decoder.decode(bytes));
  }
  parts.push(decoder.finish());
  return { text: parts.join(''), hasByteOrderMark, problems };
}
