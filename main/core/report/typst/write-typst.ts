import type {
  Block,
  ReportDocument,
  ReportFigure,
  ReportSection,
} from '../document/report-document.ts';
import { listAnchors } from '../document/list-anchors.ts';
import { writeSvg } from '../svg/write-svg.ts';
import { literal } from './literal.ts';
import { paperFonts, template } from './template.ts';
import { writeLine } from './write-line.ts';
import { writeTable } from './write-table.ts';

/** A report as a document of Typst, which needs no other file: pictures are in it. */
export function writeTypst(report: ReportDocument): string {
  const { language, title, kind, heading, description, facts, sections, closing } = report;
  const anchors = listAnchors(report);
  return [
    `#set document(title: ${literal(title)}, author: "Anamnesis", date: ${writeDate(report.createdAtMs)})`,
    `#set text(lang: ${literal(language)})`,
    template,
    `#note(${literal(kind)})`,
    `#title(${literal(heading)})`,
    ...(description === null ? [] : [`#par(${literal(description)})`]),
    `#terms(tight: true, ${facts.map(({ term, value }) => `terms.item(${literal(term)}, ${literal(value)})`).join(', ')})`,
    ...sections.map((section) => writeSection(section, anchors)),
    `#v(1em)\n#note(${literal(closing)})`,
    '',
  ].join('\n');
}

/** A figure alone on a page of its size, for documents that take pictures as PDF. */
export function writeFigureTypst(
  { title, text, picture }: ReportFigure,
  { createdAtMs, language }: Pick<ReportDocument, 'createdAtMs' | 'language'>,
): string {
  return [
    `#set document(title: ${literal(title)}, author: "Anamnesis", date: ${writeDate(createdAtMs)})`,
    `#set text(lang: ${literal(language)})`,
    '#set page(width: auto, height: auto, margin: 0pt)',
    `#${writeImage(picture, text)}`,
    '',
  ].join('\n');
}

/** In UTC, which is all that a date of Typst can say. */
function writeDate(atMs: number): string {
  const date = new Date(atMs);
  const parts = {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
  return `datetime(${Object.entries(parts)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')})`;
}

function writeSection(
  { id, title, tone, blocks }: ReportSection,
  anchors: ReadonlySet<string>,
): string {
  const content = blocks.map((block) => writeBlock(block, anchors)).join('\n');
  const headed =
    title === null
      ? content
      : `#heading(level: 1, ${literal(title)})#label(${literal(id)})\n${content}`;
  return tone === 'notice'
    ? `#block(width: 100%, stroke: (left: 2pt + black), inset: (left: 8pt, y: 2pt))[\n${headed}\n]`
    : headed;
}

function writeBlock(block: Block, anchors: ReadonlySet<string>): string {
  switch (block.kind) {
    case 'paragraph': {
      const line = writeLine(block.line, anchors);
      return block.isQuiet === true ? `#note(${line})` : `#par(${line})`;
    }
    case 'list':
      return `#list(${block.items.map((item) => writeLine(item, anchors)).join(', ')})`;
    case 'heading':
      return `#heading(level: 2, ${literal(block.text)})`;
    case 'table':
      return writeTable(block, anchors);
    case 'figure':
      return `#figure(supplement: none, caption: ${literal(block.caption)}, ${writeImage(block.picture, block.text, '100%')})`;
    case 'terms':
      return [
        `#heading(level: 2, ${literal(block.title)})`,
        `#{ set text(size: 9pt); terms(${block.items.map(({ term, meaning }) => `terms.item(${literal(term)}, ${literal(meaning)})`).join(', ')}) }`,
      ].join('\n');
    case 'details':
      return [
        `#heading(level: 2, ${literal(block.title)})`,
        ...block.blocks.map((each) => writeBlock(each, anchors)),
      ].join('\n');
  }
}

function writeImage(picture: ReportFigure['picture'], text: string, width?: string): string {
  const svg = literal(writeSvg(picture, paperFonts));
  const wide = width === undefined ? '' : `, width: ${width}`;
  return `image(bytes(${svg}), format: "svg", alt: ${literal(text)}${wide})`;
}
