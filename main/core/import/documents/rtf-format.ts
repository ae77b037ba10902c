import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import { joinPieces } from './archives/input-bytes.ts';
import type { DocumentFormat, ReadOptions, SourceInput } from './document-format.ts';
import { createRemarks } from './document-remarks.ts';
import { nameInput } from './name-input.ts';
import { readRtfText } from './rtf/rtf-text.ts';
import { toWholeDocument } from './whole-document.ts';

/** Bytes that a document of the greatest length may have: pictures stand in the file as digits. */
const bytesPerCharacter = 16;

/** Rich Text Format, as hospital systems keep letters. */
export const rtfFormat: DocumentFormat = {
  description:
    'Rich Text Format (.rtf): one document per file, a line per paragraph and per row of a table, notes at the end.',
  extensions: ['.rtf'],
  recognise: ({ bytes }) => {
    const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 64));
    return /^\s*\{\\rtf/.test(start) ? 0.98 : 0;
  },
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    for (const input of inputs) yield readInput(input, options);
  },
};

function readInput(input: SourceInput, { limits }: ReadOptions): ImportResult<SourceDocument> {
  const file = nameInput(input);
  const problems: ImportProblem[] = [];
  const tell = (
    rule: ImportProblem['rule'],
    action: ImportProblem['action'],
    detail: string,
  ): void => {
    problems.push({ file, line: 1, rule, action, detail });
  };
  if (input.byteCount > bytesPerCharacter * limits.documentLength) {
    tell(
      'document-too-long',
      'left-out',
      `The file has ${input.byteCount} bytes, more than is read.`,
    );
    return { items: [], problems };
  }
  const bytes = joinPieces(input.pieces());
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 64));
  if (!/^\s*\{\\rtf/.test(start)) {
    tell('file-other-format', 'left-out', 'The file does not begin as RTF does.');
    return { items: [], problems };
  }
  const remarks = createRemarks();
  const { text, fault, unknownCodePage } = readRtfText(bytes, limits.documentLength, remarks);
  if (fault === 'too-deep' || fault === 'too-long') {
    const what = fault === 'too-deep' ? 'Groups stand deeper in others' : 'The text is longer';
    tell('input-beyond-limits', 'left-out', `${what} than allowed: the rest is left out.`);
  }
  if (fault === 'cut') {
    tell('document-damaged', 'kept', 'The file ends inside of a group: its end is missing.');
  }
  if (unknownCodePage !== null) {
    const detail = `Code page ${unknownCodePage} is not known here and was read as Windows-1252.`;
    tell('file-encoding-guessed', 'kept', detail);
  }
  for (const problem of remarks.finish(file)) problems.push(problem);
  const { items, problems: ofText } = toWholeDocument(input, text, limits);
  return { items, problems: [...problems, ...ofText] };
}
