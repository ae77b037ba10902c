import type {
  Block,
  Line,
  ReportDocument,
  ReportFigure,
  ReportSection,
} from '../document/report-document.ts';
import { writeDrawing, type FigureParts } from './write-figure.ts';
import { writeBookmark, writeRuns, type DocxContext } from './write-runs.ts';
import { writeTable } from './write-table.ts';

export interface BodyContext extends DocxContext {
  /** Takes a picture into the file and says where it lies. */
  readonly keepFigure: (figure: ReportFigure) => FigureParts;
}

/** What stands in word/document.xml, from title to closing words. */
export function writeBody(report: ReportDocument, context: BodyContext): string {
  const { kind, heading, description, facts, sections, closing } = report;
  return [
    writeParagraph(kind, 'Note', context),
    writeParagraph(heading, 'Title', context),
    description === null ? '' : writeParagraph(description, null, context),
    ...facts.map(({ term, value }) => writeTerm(term, value, context)),
    ...sections.map((section) => writeSection(section, context)),
    writeParagraph(closing, 'Note', context),
  ].join('');
}

function writeSection({ id, title, tone, blocks }: ReportSection, context: BodyContext): string {
  const headed =
    title === null
      ? ''
      : `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${writeBookmark(id, context)}${writeRuns(title, context)}</w:p>`;
  return headed + blocks.map((block) => writeBlock(block, tone === 'notice', context)).join('');
}

function writeBlock(block: Block, isNotice: boolean, context: BodyContext): string {
  switch (block.kind) {
    case 'paragraph':
      return writeParagraph(
        block.line,
        block.isQuiet === true ? 'Note' : isNotice ? 'Notice' : null,
        context,
      );
    case 'list':
      return block.items.map((item) => writeParagraph(item, 'ListBullet', context)).join('');
    case 'heading':
      return writeParagraph(block.text, 'Heading2', context);
    case 'table':
      return writeTable(block, context);
    case 'figure':
      return [
        `<w:p><w:pPr><w:keepNext/></w:pPr>${writeDrawing(block, context.keepFigure(block))}</w:p>`,
        writeParagraph(block.caption, 'FigureCaption', context),
      ].join('');
    case 'terms':
      return [
        writeParagraph(block.title, 'Heading2', context),
        ...block.items.map(({ term, meaning }) => writeTerm(term, meaning, context)),
      ].join('');
    case 'details':
      return [
        writeParagraph(block.title, 'Heading2', context),
        ...block.blocks.map((each) => writeBlock(each, isNotice, context)),
      ].join('');
  }
}

function writeTerm(term: string, meaning: string, context: BodyContext): string {
  return writeParagraph([{ kind: 'strong', text: term }, `  ${meaning}`], null, context);
}

function writeParagraph(line: Line, style: string | null, context: BodyContext): string {
  const properties = style === null ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}${writeRuns(line, context)}</w:p>`;
}
