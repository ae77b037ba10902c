import type { ImportProblem } from '#core/domain/import-report.ts';
import type { DocumentFormat, ReadOptions, SourceInput } from './document-format.ts';
import { nameInput, nameInside } from './name-input.ts';
import {
  attributeOf,
  isOle,
  localName,
  openOfficePackage,
  type OfficePackage,
  readPart,
  readRelations,
} from './office/office-package.ts';
import { createTableReader } from './tables/table-reader.ts';
import { childrenOf } from './xml-elements.ts';
import { readNumberFormats } from './xlsx/number-formats.ts';
import { noCounts, readSheet, type Workbook } from './xlsx/read-sheet.ts';
import { readSharedStrings } from './xlsx/shared-strings.ts';
import { remarkOnSheet } from './xlsx/sheet-remarks.ts';

interface Sheet {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/** Rows that are handed on at once. */
const batchRows = 500;

/** What a workbook holds; its sheets in their order. */
function readWorkbook(source: OfficePackage, { limits }: ReadOptions) {
  const path = readRelations(source, '', limits).byType.get('officeDocument') ?? 'xl/workbook.xml';
  const { root, problems } = readPart(source, path, limits);
  const { byId, byType } = readRelations(source, path, limits);
  const sections = root === null ? [] : childrenOf(root);
  const section = (name: string) => sections.find((each) => localName(each.name) === name);
  const properties = section('workbookPr')?.attributes ?? {};
  const listed = section('sheets');
  const sheets = (listed === undefined ? [] : childrenOf(listed)).flatMap(
    ({ attributes }, index): Sheet[] => {
      const target = byId.get(attributes['r:id'] ?? attributeOf(attributes, 'id') ?? '');
      // Sheets of charts and of macros have no cells.
      if (target !== undefined && /(?:chart|dialog|macro)sheet/i.test(target)) return [];
      const isHidden = /hidden/i.test(attributeOf(attributes, 'state') ?? '');
      return [
        { name: attributeOf(attributes, 'name') ?? `${index + 1}`, path: target ?? '', isHidden },
      ];
    },
  );
  const strings = readSharedStrings(source.open(byType.get('sharedStrings') ?? ''), limits);
  const styles = readPart(source, byType.get('styles') ?? '', limits);
  const workbook: Workbook = {
    texts: strings.texts,
    formats: readNumberFormats(styles.root),
    is1904: /^(?:1|true|on)$/.test(attributeOf(properties, 'date1904') ?? ''),
  };
  return {
    sheets,
    workbook,
    problems: [...problems, ...strings.problems, ...styles.problems, ...source.takeProblems()],
  };
}

/** The sheets of a workbook of Excel, each a table. */
export const xlsxFormat: DocumentFormat = {
  description: 'Sheets of Excel (.xlsx), each with a header: one document per row.',
  extensions: ['.xlsx', '.xlsm'],
  recognise: ({ extension, bytes }) => {
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
    const isNamed = xlsxFormat.extensions.includes(extension);
    if (isZip && isNamed) return 0.95;
    if (isOle(bytes)) return isNamed ? 0.9 : extension === '.xls' ? 0.5 : 0;
    return isZip && new TextDecoder('windows-1252').decode(bytes).includes('xl/workbook.xml')
      ? 0.9
      : 0;
  },
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    for (const input of inputs) yield* readInput(input, options);
  },
};

function* readInput(input: SourceInput, options: ReadOptions) {
  const source = openOfficePackage(input, options.limits);
  if ('rule' in source) {
    yield { items: [], problems: [source] };
    return;
  }
  const file = nameInput(input);
  const { sheets, workbook, problems } = readWorkbook(source, options);
  const leaveOut = (
    rule: 'file-empty' | 'sheet-hidden' | 'archive-damaged',
    detail: string,
  ): ImportProblem => {
    return { file, line: 1, rule, action: 'left-out', detail };
  };
  const hiddenCount = sheets.filter(({ isHidden }) => isHidden).length;
  const ofSheets: ImportProblem[] = [];
  if (hiddenCount > 0) {
    ofSheets.push(
      leaveOut('sheet-hidden', `${hiddenCount} of ${sheets.length} sheets are hidden.`),
    );
  }
  if (sheets.length === 0 && problems.every(({ action }) => action !== 'left-out')) {
    ofSheets.push(leaveOut('file-empty', 'The file has no sheet with cells.'));
  }
  yield { items: [], problems: [...problems, ...ofSheets] };
  for (const { name, path, isHidden } of sheets) {
    const sheet = source.open(path);
    if (isHidden) continue;
    if (sheet === null) {
      const detail = 'A sheet is listed, but its cells are not in the file.';
      yield { items: [], problems: [leaveOut('archive-damaged', detail)] };
      continue;
    }
    const part = nameInside(input.part, name);
    const table = createTableReader({ name: input.name, part, isRagged: true, options });
    const counts = noCounts();
    let rows = [];
    for (const event of readSheet(sheet, workbook, options.limits, counts)) {
      if (event.kind === 'problem') yield table.read([], [event.problem]);
      else if (rows.push(event.row) >= batchRows) {
        yield table.read(rows, []);
        rows = [];
      }
    }
    const remarks = remarkOnSheet(nameInput({ name: input.name, part }), counts);
    yield table.read(rows, [...source.takeProblems(), ...remarks]);
    yield table.finish();
  }
}
