import { strToU8, zipSync } from 'fflate';

/** Parts of a workbook of Excel; the rest of it is what every workbook has. */
export interface WorkbookParts {
  /** Name of each sheet → its `<row>` elements, or the whole of what stands in `<worksheet>`. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly hidden?: readonly string[];
  /** `<si>` elements. */
  readonly strings?: string;
  /** What stands in `<styleSheet>`. */
  readonly styles?: string;
  readonly is1904?: boolean;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook as Excel writes it, for tests. */
export function xlsxOf({ sheets, hidden = [], strings = '', styles = '', is1904 }: WorkbookParts) {
  const names = Object.keys(sheets);
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${types}/${type}" Target="${target}"/>`;
  const listed = names.map(
    (name, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`,
  );
  const links = names.map((_, at) => link(`rId${at}`, 'worksheet', `worksheets/sheet${at}.xml`));
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships ${relations}>${link('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${types}"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${relations}>${links.join('')}${link('s', 'sharedStrings', 'sharedStrings.xml')}${link('t', 'styles', '/xl/styles.xml')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${main}>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet ${main}>${styles}</styleSheet>`,
  };
  names.forEach((name, at) => {
    const content = sheets[name];
    const isWhole = content.includes('<sheetData');
    files[`xl/worksheets/sheet${at}.xml`] =
      `<?xml version="1.0" encoding="UTF-8"?><worksheet ${main}>${isWhole ? content : `<sheetData>${content}</sheetData>`}</worksheet>`;
  });
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
  );
}
