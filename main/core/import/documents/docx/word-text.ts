import type { ImportProblem } from '#core/domain/import-report.ts';
import { readXml } from '../bounded-xml.ts';
import type { SourceInput } from '../document-format.ts';
import type { DocumentRemarks } from '../document-remarks.ts';
import { attributeOf, localName } from '../office/office-package.ts';
import type { ReadLimits } from '../read-limits.ts';

/** Where text is gathered: the body, a cell, a text box or a note. */
interface Block {
  /** Lines that are done. */
  readonly lines: string[];
  /** The paragraph that is open. */
  paragraph: string;
  /** Text boxes that hang on it: they follow it. */
  readonly boxes: string[];
  /** Cells of the row that is open. */
  cells: string[];
}

/** Footnotes and endnotes in the order in which the body names them: "footnote 3". */
export interface WordText {
  readonly text: string;
  readonly notes: readonly string[];
  /** Notes of this part by their name, where it is one of notes. */
  readonly byName: ReadonlyMap<string, string>;
  readonly problems: readonly ImportProblem[];
}

/** What stands for itself in a paragraph. */
const characters: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '\u2011',
  softHyphen: '\u00ad',
};

/** Elements of which nothing is text of the document. */
const skipped = new Set(['Fallback', 'del', 'moveFrom', 'instrText', 'delText', 'delInstrText']);

const newBlock = (): Block => ({ lines: [], paragraph: '', boxes: [], cells: [] });

function endParagraph(block: Block): void {
  block.lines.push(block.paragraph);
  for (const box of block.boxes.splice(0)) block.lines.push(box);
  block.paragraph = '';
}

function isOn(value: string | null): boolean {
  return value === null || !/^(?:0|false|off)$/.test(value);
}

/**
 * The text of a part of a Word document: a line for each paragraph, and for each row of a table,
 * whose cells are separated by tabs. What was deleted with changes tracked is left out, what was
 * inserted is kept; notes are marked as [1], [2] … from `firstNote` on.
 */
export function readWordText(
  input: SourceInput,
  limits: ReadLimits,
  remarks: DocumentRemarks,
  firstNote = 1,
): WordText {
  const problems: ImportProblem[] = [];
  const body = newBlock();
  const blocks: Block[] = [body];
  const notes: string[] = [];
  const byName = new Map<string, string>();
  let noteName: string | null = null;
  const open: string[] = [];
  /** How many open elements hold nothing that is text. */
  let skipping = 0;
  const placeholders: boolean[] = [];
  let isHidden = false;
  let length = 0;

  const top = () => blocks.at(-1) ?? body;
  const append = (text: string) => {
    if (skipping > 0 || isHidden) return;
    top().paragraph += text;
    length += text.length;
  };
  const close = (): string => {
    const block = blocks.length > 1 ? (blocks.pop() ?? body) : body;
    if (block.paragraph !== '') endParagraph(block);
    return block.lines.join('\n');
  };

  function openElement(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = open.at(-1) ?? '';
    const isProperty = /^(?:rPr|pPr|trPr|tcPr|tblPr|sectPr)$/.test(parent);
    if (skipped.has(name) && !isProperty) {
      if (name === 'del' || name === 'moveFrom') remarks.see('deletions');
      skipping++;
    } else if (name === 'ins' || name === 'moveTo') remarks.see('insertions');
    else if (name === 'r') isHidden = false;
    else if (name === 'vanish' && parent === 'rPr' && open.at(-2) === 'r') {
      isHidden = isOn(attributeOf(attributes, 'val'));
      if (isHidden && skipping === 0) remarks.see('hidden');
    } else if (name === 'sdt') placeholders.push(false);
    else if (name === 'showingPlcHdr' && placeholders.length > 0) {
      placeholders[placeholders.length - 1] = isOn(attributeOf(attributes, 'val'));
    } else if (name === 'sdtContent' && placeholders.at(-1) === true) {
      remarks.see('placeholders');
      skipping++;
    } else if (name === 'tc' || name === 'txbxContent') blocks.push(newBlock());
    else if ((name === 'footnote' || name === 'endnote') && open.length === 1) {
      const isSeparator = /[sS]eparator|Notice/.test(attributeOf(attributes, 'type') ?? '');
      noteName = isSeparator ? null : `${name} ${attributeOf(attributes, 'id') ?? ''}`;
      blocks.push(newBlock());
    } else if (name === 'footnoteReference' || name === 'endnoteReference') {
      if (skipping > 0 || isHidden) return;
      notes.push(`${name.replace('Reference', '')} ${attributeOf(attributes, 'id') ?? ''}`);
      append(`[${firstNote + notes.length - 1}]`);
    } else if (name === 'drawing' || name === 'pict') {
      if (skipping === 0) remarks.see('pictures');
    } else if (name === 'numPr' && skipping === 0) remarks.see('listNumbers');
    else if (name === 'sym') {
      const code = Number.parseInt(attributeOf(attributes, 'char') ?? '', 16);
      remarks.see('symbols');
      append(code > 0 && code <= 0xffff ? String.fromCharCode(code) : '\ufffd');
    } else if (Object.hasOwn(characters, name) && parent === 'r') append(characters[name]);
  }

  function closeElement(name: string): void {
    const parent = open.at(-1) ?? '';
    const isProperty = /^(?:rPr|pPr|trPr|tcPr|tblPr|sectPr)$/.test(parent);
    const isSkipped = skipped.has(name) && !isProperty;
    const isPlaceholder = name === 'sdtContent' && placeholders.at(-1) === true;
    if (isSkipped || isPlaceholder) skipping--;
    else if (name === 'sdt') placeholders.pop();
    else if (name === 'r') isHidden = false;
    else if (name === 'p' && skipping === 0) endParagraph(top());
    else if (name === 'tc') {
      // Cells of one row stand in one line, whatever they hold.
      const cell = close()
        .replaceAll(/\s*[\n\t]\s*/g, ' ')
        .trim();
      top().cells.push(cell);
    } else if (name === 'tr') {
      const block = top();
      const line = block.cells.join('\t');
      if (line.trim() !== '') block.lines.push(line);
      block.cells = [];
    } else if (name === 'txbxContent') {
      const box = close();
      if (box.trim() !== '' && skipping === 0) top().boxes.push(box);
    } else if ((name === 'footnote' || name === 'endnote') && open.length === 1) {
      const note = close();
      if (noteName !== null) byName.set(noteName, note.trim());
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
    if (length > 2 * limits.documentLength) break;
  }
  while (blocks.length > 1) {
    const rest = close();
    if (rest.trim() !== '') top().lines.push(rest);
  }
  return { text: close(), notes, byName, problems };
}
