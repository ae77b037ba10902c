import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { TextDocument } from '#core/domain/text.ts';
import { decodeText } from './decode-text.ts';
import { type Line, splitLines } from './split-lines.ts';
import type { TextEncoding } from './text-encoding.ts';

export interface PlainTextOptions {
  /** What one document is: the whole file, each line, or each block between blank lines. */
  readonly unit: 'file' | 'line' | 'block';
  readonly encoding?: TextEncoding;
}

/** Joins lines to blocks; blank lines lie between them and belong to none. */
function groupIntoBlocks(lines: readonly Line[]): Line[] {
  const blocks: { number: number; lines: string[] }[] = [];
  let open = false;
  for (const line of lines) {
    const blank = line.text.trim() === '';
    if (!blank && !open) blocks.push({ number: line.number, lines: [] });
    if (!blank) blocks.at(-1)?.lines.push(line.text);
    open = !blank;
  }
  return blocks.map(({ number, lines: texts }) => ({ number, text: texts.join('\n') }));
}

/**
 * Reads unlabelled text. A document's id is the file name, followed by ":line" where a file holds
 * several. Line endings become LF; blank lines make no document.
 */
export function readPlainText(
  bytes: Uint8Array,
  file: string,
  options: PlainTextOptions,
): ImportResult<TextDocument> {
  const decoded = decodeText(bytes, file, options.encoding);
  const problems: ImportProblem[] = [...decoded.problems];
  const lines = splitLines(decoded.text);
  const units = {
    file: () => [{ number: 1, text: lines.map((line) => line.text).join('\n') }],
    line: () => lines,
    block: () => groupIntoBlocks(lines),
  }[options.unit]();
  const items = units
    .filter((unit) => unit.text.trim() !== '')
    .map((unit) => ({
      id: options.unit === 'file' ? file : `${file}:${unit.number}`,
      source: file,
      text: unit.text,
    }));
  if (items.length === 0 && problems.every((problem) => problem.action !== 'left-out')) {
    const detail = 'The file holds nothing but blank lines.';
    problems.push({ file, line: 1, rule: 'file-empty', action: 'left-out', detail });
  }
  return { items, problems };
}
