import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { SourceInput } from './document-format.ts';
import { nameInput, ownName } from './name-input.ts';
import type { ReadLimits } from './read-limits.ts';

/** The text of an input that is one document; one without text, or too long, is told and left out. */
export function toWholeDocument(
  input: SourceInput,
  text: string,
  limits: ReadLimits,
  columns: Readonly<Record<string, string>> = {},
): ImportResult<SourceDocument> {
  const file = nameInput(input);
  const leaveOut = (rule: 'file-empty' | 'document-too-long', detail: string) => {
    const problem: ImportProblem = { file, line: 1, rule, action: 'left-out', detail };
    return { items: [], problems: [problem] };
  };
  if (text.trim() === '') return leaveOut('file-empty', 'The file holds no text.');
  if (text.length > limits.documentLength) {
    const detail = `The file has ${text.length} characters; ${limits.documentLength} are read at most as one document.`;
    return leaveOut('document-too-long', detail);
  }
  const { name, part } = input;
  const facts = { patient: null, date: null, language: null, kind: null };
  const place = { file: name, part, line: null };
  const item = {
    id: ownName(input),
    text,
    ...facts,
    columns,
    place,
    annotations: [],
    carried: null,
  };
  return { items: [item], problems: [] };
}
