import { escapeXml } from '../escape-xml.ts';
import { piecesOf, type Line, type Piece } from '../document/report-document.ts';

/** What is known of a whole document while its parts are written. */
export interface DocxContext {
  /** Where links may lead. */
  readonly anchors: ReadonlySet<string>;
  /** A number that no other mark of the document has. */
  readonly nextId: () => number;
}

const looks: Readonly<Record<Exclude<Piece, string>['kind'], string>> = {
  link: '<w:rStyle w:val="Hyperlink"/>',
  quiet: '<w:rStyle w:val="Quiet"/>',
  strong: '<w:b/>',
  code: '<w:rStyle w:val="Code"/>',
  english: '<w:lang w:val="en-GB"/>',
};

/** A line as runs; a link leads to its bookmark. */
export function writeRuns(line: Line, { anchors }: Pick<DocxContext, 'anchors'>): string {
  return piecesOf(line)
    .map((piece) => {
      if (typeof piece === 'string') return writeRun(piece, '');
      if (piece.kind !== 'link') return writeRun(piece.text, looks[piece.kind]);
      if (!anchors.has(piece.to)) return writeRun(piece.text, '');
      const run = writeRun(piece.text, looks.link);
      return `<w:hyperlink w:anchor="${bookmarkName(piece.to)}" w:history="1">${run}</w:hyperlink>`;
    })
    .join('');
}

/** Marks where a link leads to, before what it stands for. */
export function writeBookmark(anchor: string, { nextId }: Pick<DocxContext, 'nextId'>): string {
  const id = nextId();
  return `<w:bookmarkStart w:id="${id}" w:name="${bookmarkName(anchor)}"/><w:bookmarkEnd w:id="${id}"/>`;
}

/** Word knows letters, digits and low lines. */
function bookmarkName(anchor: string): string {
  return `a_${anchor.replaceAll('-', '_')}`;
}

function writeRun(text: string, look: string): string {
  const properties = look === '' ? '' : `<w:rPr>${look}</w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}
