import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { DocumentFormat, ReadOptions, SourceInput } from './document-format.ts';
import { createRemarks } from './document-remarks.ts';
import { readWordText } from './docx/word-text.ts';
import { nameInput } from './name-input.ts';
import {
  isOle,
  openOfficePackage,
  type OfficePackage,
  readPart,
  readRelations,
} from './office/office-package.ts';
import { toWholeDocument } from './whole-document.ts';
import { textOf } from './xml-elements.ts';

/** Word documents: the text that a reader of the document sees in its body, frozen as it is here. */
export const docxFormat: DocumentFormat = {
  description:
    'Documents of Word (.docx): one document per file, a line per paragraph and per row of a table, notes at the end.',
  extensions: ['.docx', '.docm'],
  recognise: ({ extension, bytes }) => {
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const isNamed = docxFormat.extensions.includes(extension);
    if (isZip && isNamed) return 0.95;
    if (isOle(bytes)) return isNamed ? 0.9 : extension === '.doc' ? 0.5 : 0;
    return isZip && new TextDecoder('windows-1252').decode(bytes).includes('word/document.xml')
      ? 0.9
      : 0;
  },
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    for (const input of inputs) yield readInput(input, options);
  },
};

function readInput(input: SourceInput, { limits }: ReadOptions): ImportResult<SourceDocument> {
  const source = openOfficePackage(input, limits);
  if ('rule' in source) return { items: [], problems: [source] };
  const file = nameInput(input);
  const path =
    readRelations(source, '', limits).byType.get('officeDocument') ?? 'word/document.xml';
  const main = source.open(path);
  if (main === null) {
    const detail = 'The file holds no text of Word: it is damaged, or another kind of document.';
    const problem = {
      file,
      line: 1,
      rule: 'file-other-format',
      action: 'left-out',
      detail,
    } as const;
    return { items: [], problems: [...source.takeProblems(), problem] };
  }
  const remarks = createRemarks();
  const body = readWordText(main, limits, remarks);
  const problems: ImportProblem[] = [...body.problems];
  const { byType, byId } = readRelations(source, path, limits);

  const notes = new Map<string, string>();
  for (const kind of ['footnotes', 'endnotes']) {
    const part = source.open(byType.get(kind) ?? '');
    if (part === null) continue;
    const { byName, problems: found } = readWordText(part, limits, remarks);
    for (const problem of found) problems.push(problem);
    for (const [name, text] of byName) notes.set(name, text);
  }
  const margins = [...byId.values()].filter((each) => /\/(?:header|footer)\d*\.xml$/.test(each));
  remarks.see('margins', margins.filter((each) => hasText(source, each, limits)).length);
  const comments = readPart(source, byType.get('comments') ?? '', limits).root;
  remarks.see(
    'comments',
    comments?.children.filter((each) => typeof each !== 'string').length ?? 0,
  );

  const lines = [body.text.replace(/\n+$/, '')];
  body.notes.forEach((name, index) => lines.push(`[${index + 1}] ${notes.get(name) ?? ''}`));
  const { items, problems: ofText } = toWholeDocument(input, lines.join('\n'), limits);
  const told = [...problems, ...source.takeProblems(), ...remarks.finish(file)];
  // What cannot be read was said already: an empty text is no further fault.
  const isSaid = problems.some(({ action }) => action === 'left-out');
  return { items, problems: isSaid && items.length === 0 ? told : [...told, ...ofText] };
}

function hasText(source: OfficePackage, path: string, limits: ReadOptions['limits']): boolean {
  const { root } = readPart(source, path, limits);
  return root !== null && textOf(root).trim() !== '';
}
