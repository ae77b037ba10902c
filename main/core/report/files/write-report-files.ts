import { writeReportPage } from '../html/write-report.ts';
import type { Block, ReportDocument, ReportFigure } from '../document/report-document.ts';
import { writeDocx } from '../docx/write-docx.ts';
import { figureFileName, writeLatex } from '../latex/write-latex.ts';
import { writeFigureTypst, writeTypst } from '../typst/write-typst.ts';
import type { ReportFormat } from '#core/domain/report-format.ts';
import { writeTableFiles } from './write-table-files.ts';

export interface ReportFile {
  /** Without a folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** From a document of Typst to PDF: native, so it is passed in. */
export type Typeset = (source: string) => Promise<Uint8Array>;

const encode = (text: string) => new TextEncoder().encode(text);

const writers: Readonly<
  Record<ReportFormat, (report: ReportDocument, typeset: Typeset) => Promise<ReportFile[]>>
> = {
  html: (report) =>
    Promise.resolve([{ name: 'report.html', bytes: encode(writeReportPage(report)) }]),
  pdf: async (report, typeset) => [
    { name: 'report.pdf', bytes: await typeset(writeTypst(report)) },
  ],
  docx: (report) => Promise.resolve([{ name: 'report.docx', bytes: writeDocx(report) }]),
  latex: async (report, typeset) => {
    const files: ReportFile[] = [{ name: 'report.tex', bytes: encode(writeLatex(report)) }];
    for (const figure of report.sections.flatMap(({ blocks }) => blocks.flatMap(figuresOf))) {
      const bytes = await typeset(writeFigureTypst(figure, report));
      files.push({ name: figureFileName(figure), bytes });
    }
    return files;
  },
  csv: (report) =>
    Promise.resolve(
      writeTableFiles(report).map(({ name, text }) => ({ name, bytes: encode(text) })),
    ),
};

/**
 * A report as the files of a format: one of most, `report.tex` with its figures of LaTeX, one per table
 * of CSV. The same report gives the same bytes.
 */
export function writeReportFiles(
  report: ReportDocument,
  format: ReportFormat,
  typeset: Typeset,
): Promise<ReportFile[]> {
  return writers[format](report, typeset);
}

function figuresOf(block: Block): ReportFigure[] {
  if (block.kind === 'figure') return [block];
  return block.kind === 'details' ? block.blocks.flatMap(figuresOf) : [];
}
