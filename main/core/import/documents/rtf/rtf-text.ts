import type { DocumentRemarks } from '../document-remarks.ts';
import { codePageOfCharset, decoderOf, isDoubleByte } from './code-pages.ts';
import { readRtfTokens } from './rtf-tokens.ts';
import { rtfCharacters, rtfMargins, rtfSkipped } from './rtf-words.ts';

/** What a group inherits from the one around it. */
interface GroupState {
  /** Whether it holds no text of the document. */
  isSkipped: boolean;
  isHidden: boolean;
  isDeleted: boolean;
  isInTable: boolean;
  codePage: number;
  /** How many characters stand after \u for readers that do not know it. */
  fallback: number;
  /** The note that the group is the text of; null in the body. */
  note: number | null;
}

export interface RtfText {
  readonly text: string;
  /** Whether it ends inside of a group, or holds more than allowed: what follows is missing. */
  readonly fault: 'cut' | 'too-deep' | 'too-long' | null;
  /** A code page that is not known, read as Windows-1252. */
  readonly unknownCodePage: number | null;
}

/** Groups in groups: far more than any program writes. */
const deepest = 2000;

/**
 * The text of an RTF file: a line per paragraph and per row of a table, whose cells are separated
 * by tabs; footnotes at the end. Hidden and deleted text is left out and counted. Never throws.
 */
export function readRtfText(bytes: Uint8Array, longest: number, remarks: DocumentRemarks): RtfText {
  let state: GroupState = {
    ...{ isSkipped: false, isHidden: false, isDeleted: false, isInTable: false },
    ...{ codePage: 1252, fallback: 1, note: null },
  };
  const groups: GroupState[] = [];
  const body: string[] = [];
  const notes: string[][] = [];
  const fonts = new Map<number, number>();
  let documentPage = 1252;
  let unknownCodePage: number | null = null;
  let length = 0;
  let heldBytes: number[] = [];
  let heldPage = 1252;
  let toSkip = 0;
  let isIgnorable = false;
  let isGroupStart = false;
  let isFontTable = false;
  let font = 0;

  const target = () => (state.note === null ? body : notes[state.note]);
  const isText = () => !state.isSkipped && !state.isHidden && !state.isDeleted;

  function append(text: string): void {
    if (text === '' || !isText()) return;
    target().push(text);
    length += text.length;
  }

  function flush(): void {
    if (heldBytes.length === 0) return;
    let decode = decoderOf(heldPage);
    if (decode === null) {
      if (heldBytes.some((byte) => byte >= 0x80)) unknownCodePage ??= heldPage;
      decode = decoderOf(1252);
    }
    append(decode?.(Uint8Array.from(heldBytes)) ?? '');
    heldBytes = [];
  }

  function addByte(byte: number): void {
    if (toSkip > 0) {
      toSkip--;
      // The second half of a character of two bytes is skipped with the first.
      if (isDoubleByte(state.codePage) && byte >= 0x80) toSkip++;
      return;
    }
    if (heldBytes.length > 0 && heldPage !== state.codePage) flush();
    heldPage = state.codePage;
    heldBytes.push(byte);
  }

  /** Cells of one row stand in one line: their paragraphs are separated by blanks. */
  function endParagraph(): void {
    append(state.isInTable ? ' ' : '\n');
  }

  function endCell(): void {
    const out = target();
    while (out.length > 0 && out[out.length - 1] === ' ') out.pop();
    append('\t');
  }

  function endRow(): void {
    const out = target();
    if (out[out.length - 1] === '\t') out.pop();
    append('\n');
  }

  function startGroupOf(word: string): void {
    if (word === 'fonttbl') isFontTable = true;
    if (word === 'pict' && !state.isSkipped) remarks.see('pictures');
    if (word === 'ud' || word === 'shptxt') state.isSkipped = false;
    else if (rtfMargins.has(word)) {
      if (!state.isSkipped) remarks.see('margins');
      state.isSkipped = true;
    } else if (word === 'annotation') {
      if (!state.isSkipped) remarks.see('comments');
      state.isSkipped = true;
    } else if (word === 'footnote') {
      if (!isText()) return;
      notes.push([]);
      append(`[${notes.length}]`);
      state.note = notes.length - 1;
    } else if (word === 'pict' || rtfSkipped.has(word)) state.isSkipped = true;
  }

  function applyWord(word: string, number: number | null): void {
    if (word === 'ansicpg' && number !== null) {
      documentPage = number;
      state.codePage = number;
    } else if (word === 'mac') state.codePage = documentPage = 10000;
    else if (word === 'pc') state.codePage = documentPage = 437;
    else if (word === 'pca') state.codePage = documentPage = 850;
    else if (word === 'fcharset' && isFontTable && number !== null) {
      const page = codePageOfCharset(number);
      if (page !== null && number !== 0) fonts.set(font, page);
    } else if (word === 'cpg' && isFontTable && number !== null) fonts.set(font, number);
    else if (word === 'f' && number !== null) {
      font = number;
      if (!isFontTable) state.codePage = fonts.get(number) ?? documentPage;
    } else if (word === 'plain') {
      state.isHidden = false;
      state.isDeleted = false;
      state.codePage = documentPage;
    } else if (word === 'v') {
      const isHidden = number !== 0;
      if (isHidden && !state.isHidden && !state.isSkipped) remarks.see('hidden');
      state.isHidden = isHidden;
    } else if (word === 'deleted') {
      const isDeleted = number !== 0;
      if (isDeleted && !state.isDeleted && !state.isSkipped) remarks.see('deletions');
      state.isDeleted = isDeleted;
    } else if (word === 'revised') {
      if (number !== 0 && !state.isSkipped) remarks.see('insertions');
    } else if (word === 'uc') state.fallback = Math.min(Math.max(number ?? 1, 0), 16);
    else if (word === 'u') {
      const unit = (number ?? 0) & 0xffff;
      append(String.fromCharCode(unit));
      toSkip = state.fallback;
    } else if (word === 'pard') state.isInTable = false;
    else if (word === 'intbl') state.isInTable = true;
    else if (word === 'par' || word === 'sect' || word === 'page' || word === 'column')
      endParagraph();
    else if (word === 'cell' || word === 'nestcell') endCell();
    else if (word === 'row' || word === 'nestrow') endRow();
    else if (Object.hasOwn(rtfCharacters, word)) append(rtfCharacters[word]);
  }

  let fault: RtfText['fault'] = null;
  for (const token of readRtfTokens(bytes)) {
    if (token.kind === 'byte') {
      addByte(token.byte);
      isGroupStart = false;
      continue;
    }
    if (token.kind === 'text') {
      for (let at = token.start; at < token.end; at++) addByte(bytes[at]);
      isGroupStart = false;
      continue;
    }
    flush();
    if (token.kind === 'open') {
      toSkip = 0;
      if (groups.length >= deepest) {
        fault = 'too-deep';
        break;
      }
      groups.push(state);
      state = { ...state };
      isGroupStart = true;
      isIgnorable = false;
    } else if (token.kind === 'close') {
      toSkip = 0;
      isGroupStart = false;
      const outer = groups.pop();
      if (outer === undefined) continue;
      if (outer.isSkipped !== state.isSkipped) isFontTable = false;
      state = outer;
      if (groups.length === 0) break;
    } else {
      const { word, number } = token;
      if (toSkip > 0 && word !== 'u') {
        toSkip--;
        if (word.length === 1 || Object.hasOwn(rtfCharacters, word)) continue;
      }
      if (word === '*' && isGroupStart) {
        isIgnorable = true;
        continue;
      }
      if (isGroupStart) {
        isGroupStart = false;
        const isKnown = /^(?:ud|shptxt|shppict|footnote)$/.test(word);
        startGroupOf(word);
        if (isIgnorable && !isKnown) state.isSkipped = true;
        isIgnorable = false;
      } else if (word === 'pict' || word === 'footnote' || rtfMargins.has(word)) startGroupOf(word);
      applyWord(word, number);
    }
    if (length > longest) {
      fault = 'too-long';
      break;
    }
  }
  flush();
  if (fault === null && groups.length > 0) fault = 'cut';
  const lines = [body.join('').replace(/\n+$/, '')];
  notes.forEach((note, index) => lines.push(`[${index + 1}] ${note.join('').trim()}`));
  return { text: lines.join('\n'), fault, unknownCodePage };
}
