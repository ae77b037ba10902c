import { listAnchors } from '../document/list-anchors.ts';
import type {
  Block,
  ReportDocument,
  ReportFigure,
  ReportSection,
} from '../document/report-document.ts';
import { escapeLatex } from './escape-latex.ts';
import { writePreamble } from './preamble.ts';
import { writeLine } from './write-line.ts';
import { writeTable } from './write-table.ts';

/** The name of a figure's file, beside the document. */
export function figureFileName({ id }: Pick<ReportFigure, 'id'>): string {
  return `${id}.pdf`;
}

/** A report as LaTeX, its figures as files beside it. */
export function writeLatex(report: ReportDocument): string {
  const { language, title, kind, heading, description, facts, sections, closing } = report;
  const anchors = listAnchors(report);
  return [
    writePreamble(language),
    `\\hypersetup{pdftitle={${escapeLatex(title)}},pdfauthor={Anamnesis},pdflang={${language}},pdfcreationdate={${writePdfDate(report.createdAtMs)}}}`,
    '\\begin{document}',
    `\\Note{${escapeLatex(kind)}}`,
    `{\\LARGE\\bfseries ${escapeLatex(heading)}\\par}`,
    ...(description === null ? [] : [`${escapeLatex(description)}\\par`]),
    writeTerms(facts.map(({ term, value }) => ({ term, meaning: value }))),
    ...sections.map((section) => writeSection(section, anchors)),
    `\\bigskip\\Note{${escapeLatex(closing)}}`,
    '\\end{document}',
    '',
  ].join('\n');
}

function writePdfDate(atMs: number): string {
  return `D:${new Date(atMs).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
}

function writeSection({ id, title, blocks }: ReportSection, anchors: ReadonlySet<string>): string {
  const headed =
    title === null
      ? []
      : [`\\section*{\\hypertarget{${id}}{}${escapeLatex(title)}}`, addToOutline(title, 'section')];
  return [...headed, ...blocks.map((block) => writeBlock(block, anchors))].join('\n');
}

/** Unnumbered headings are in no outline by themselves. */
function addToOutline(title: string, level: 'section' | 'subsection'): string {
  return `\\addcontentsline{toc}{${level}}{${escapeLatex(title)}}`;
}

function writeSubsection(title: string): string {
  return `\\subsection*{${escapeLatex(title)}}\n${addToOutline(title, 'subsection')}`;
}

function writeBlock(block: Block, anchors: ReadonlySet<string>): string {
  switch (block.kind) {
    case 'paragraph': {
      const line = writeLine(block.line, anchors);
      return block.isQuiet === true ? `\\Note{${line}}` : `${line}\\par`;
    }
    case 'list':
      return [
        '\\begin{itemize}',
        ...block.items.map((item) => `\\item ${writeLine(item, anchors)}`),
        '\\end{itemize}',
      ].join('\n');
    case 'heading':
      return writeSubsection(block.text);
    case 'table':
      return writeTable(block, anchors);
    case 'figure':
      return [
        `\\begin{center}\\includegraphics[width=\\linewidth]{${figureFileName(block)}}\\end{center}`,
        `\\Note{${escapeLatex(block.caption)}}`,
      ].join('\n');
    case 'terms':
      return `${writeSubsection(block.title)}\n${writeTerms(block.items)}`;
    case 'details':
      return [
        writeSubsection(block.title),
        ...block.blocks.map((each) => writeBlock(each, anchors)),
      ].join('\n');
  }
}

function writeTerms(items: readonly { readonly term: string; readonly meaning: string }[]): string {
  return [
    '\\begin{description}',
    ...items.map(({ term, meaning }) => `\\item[${escapeLatex(term)}] ${escapeLatex(meaning)}`),
    '\\end{description}',
  ].join('\n');
}
