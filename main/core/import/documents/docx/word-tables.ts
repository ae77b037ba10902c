import type { ImportProblem } from '#core/domain/import-report.ts';
import { readXml } from '../bounded-xml.ts';
import type { SourceInput } from '../document-format.ts';
import { attributeOf, localName } from '../office/office-package.ts';
import type { ReadLimits } from '../read-limits.ts';
import { createWordGrid, type WordGrid } from './word-grid.ts';

export interface WordTables {
  /** Tables in the order in which they begin, those in cells too. */
  readonly tables: readonly WordGrid[];
  readonly problems: readonly ImportProblem[];
}

const skipped = new Set(['Fallback', 'del', 'moveFrom', 'instrText', 'delText', 'delInstrText']);
const properties = new Set(['rPr', 'pPr', 'trPr', 'tcPr', 'tblPr']);
/** What was before a tracked change of looks. */
const formerly = /PrChange$/;
const blanks = new Set(['tab', 'br', 'cr']);

/**
 * The tables of a part of a Word document as grids of text, as a reader of the document sees them:
 * without what was deleted with changes tracked, hidden text, and marks set above the line.
 */
export function readWordTables(input: SourceInput, limits: ReadLimits): WordTables {
  const problems: ImportProblem[] = [];
  const grids: ReturnType<typeof createWordGrid>[] = [];
  const openGrids: ReturnType<typeof createWordGrid>[] = [];
  const open: string[] = [];
  let skipping = 0;
  let run = newRun();
  let paragraph = { text: '', isCaption: false };
  /** The last paragraph that was called a caption, until a table takes it. */
  let caption: string | null = null;

  const append = (text: string) => {
    if (skipping > 0 || run.isHidden) return;
    const grid = openGrids.at(-1);
    const before = grid === undefined ? paragraph.text : grid.cellText();
    const written = run.isRaised ? raise(text, before) : text;
    if (grid === undefined) paragraph.text += written;
    else grid.write(written);
  };

  function openElement(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = open.at(-1) ?? '';
    const grid = openGrids.at(-1);
    const value = attributeOf(attributes, 'val');
    if (open.some((each) => formerly.test(each))) return;
    if (properties.has(parent)) {
      if (parent === 'rPr' && name === 'vanish') run.isHidden = !isOff(value);
      else if (parent === 'rPr' && name === 'vertAlign') run.isRaised = value === 'superscript';
      else if (parent === 'pPr' && name === 'pStyle') {
        paragraph.isCaption = /caption/i.test(value ?? '');
      } else if (name === 'gridSpan') grid?.widen(Number(value));
      else if (name === 'vMerge') grid?.merge(value === 'restart' ? 'begin' : 'go-on');
      else if (parent === 'trPr' && name === 'del') grid?.deleteRow();
      else if (name === 'gridBefore') grid?.skip(Number(value));
      else if (name === 'tblHeader' && !isOff(value)) grid?.markHeader();
      else if (name === 'tblCaption') grid?.name(value ?? '');
      return;
    }
    if (skipped.has(name)) skipping++;
    else if (name === 'r') run = newRun();
    else if (name === 'p') {
      if (grid === undefined) paragraph = { text: '', isCaption: false };
      else grid.write(' ');
    } else if (name === 'tbl') {
      const opened = createWordGrid(caption);
      grids.push(opened);
      openGrids.push(opened);
      caption = null;
    } else if (name === 'tr') grid?.openRow();
    else if (name === 'tc') grid?.openCell();
    else if (blanks.has(name) && parent === 'r') append(' ');
    else if (name === 'noBreakHyphen' && parent === 'r') append('\u2011');
  }

  function closeElement(name: string): void {
    if (properties.has(open.at(-1) ?? '') || open.some((each) => formerly.test(each))) return;
    const grid = openGrids.at(-1);
    if (skipped.has(name)) skipping--;
    else if (name === 'tbl') openGrids.pop();
    else if (name === 'tc') grid?.closeCell();
    else if (name === 'tr' && skipping === 0) grid?.closeRow();
    else if (name === 'p' && grid === undefined && paragraph.isCaption) {
      caption = paragraph.text.replace(/\s+/g, ' ').trim();
    }
  }

  for (const event of readXml(input, { limits })) {
    if (event.kind === 'problem') problems.push(event.problem);
    else if (event.kind === 'text') {
      if (open.at(-1) === 't') append(event.text);
    } else if (event.kind === 'open') {
      const name = localName(event.name);
      openElement(name, event.attributes);
      open.push(name);
    } else {
      open.pop();
      closeElement(localName(event.name));
    }
  }
  return { tables: grids.map((grid) => grid.finish()), problems };
}

function newRun() {
  return { isHidden: false, isRaised: false };
}

function isOff(value: string | null): boolean {
  return value !== null && /^(?:0|false|off)$/.test(value);
}

/** A power of ten is part of its number; all else above the line is a mark of significance or of a note. */
function raise(text: string, before: string): string {
  return /[×·]\s*10$/.test(before) ? `^${text}` : '';
}
