import type { Span } from '#core/domain/text.ts';
import { abbreviations } from './abbreviations.ts';

/** Full stops, what may close behind them, and the blanks that follow; or the end of a line. */
const possibleEnd = /(?<![.!?…])([.!?…]+)(["'”’»)\]]*)([^\S\n]+|(?=\n|$)|(?=\p{Lu}\p{Ll}))|\n/gu;
/** What may begin a sentence: a capital, a digit, an opening mark, a bullet. */
const possibleStart = /^["'“‘«([¿¡–—•*-]*\s*[\p{Lu}\p{Lt}\p{N}¿¡]|^[-–—•*]\s/u;
const lowerStart = /^[\p{Ll}(]/u;
/** What a word cannot have before its end; other blanks are not in ASCII. */
const boundaries = new Set(' \t\n\v\f\r"\'“‘«([¿¡/');
/** A line this long that breaks off was wrapped by a program, not ended by a person. */
const wrappedLineLength = 60;

/** The characters before `end` up to the last blank, opening mark or slash; at most 24. */
function wordBefore(text: string, end: number): string {
  const first = Math.max(0, end - 24);
  let start = end;
  while (start > first && !isBoundary(text[start - 1])) start--;
  return text.slice(start, end);
}

function isBoundary(character: string): boolean {
  return boundaries.has(character) || (character > '\u007f' && /\s/.test(character));
}

/** Whether the full stop at `at` belongs to the word before it. */
function isAbbreviation(text: string, at: number, lineStart: number): boolean {
  const word = wordBefore(text, at);
  if (abbreviations.has(word.toLowerCase())) return true;
  if (/^\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return true;
  // "1." at the start of a line numbers what follows.
  return at - lineStart <= 8 && /^\s*\d{1,2}$/.test(text.slice(lineStart, at));
}

/** Whether a line break ends a sentence: not where a wrapped line goes on in lower case. */
function lineBreakEnds(text: string, at: number, lineStart: number): boolean {
  const rest = text.slice(at + 1, at + 3);
  return at - lineStart < wrappedLineLength || !lowerStart.test(rest);
}

function trimSpan(text: string, start: number, end: number): Span {
  const part = text.slice(start, end);
  const trimmed = part.trim();
  const from = start + part.length - part.trimStart().length;
  return { start: from, end: from + trimmed.length };
}

/**
 * Where the text may be cut: offsets of the first character after each sentence, ascending. Found
 * by rules for Dutch, Romanian and Spanish; where in doubt the text is not cut.
 */
function findCuts(text: string): number[] {
  const cuts: number[] = [];
  let lineStart = 0;
  for (const match of text.matchAll(possibleEnd)) {
    const at = match.index;
    if (match[0] === '\n') {
      if (lineBreakEnds(text, at, lineStart)) cuts.push(at + 1);
      lineStart = at + 1;
      continue;
    }
    const [whole, stops, , blanks] = match as unknown as [string, string, string, string];
    const end = at + whole.length;
    const next = text.slice(end, end + 8);
    if (next === '' || next.startsWith('\n')) continue;
    const isGlued = blanks === '';
    if (stops === '.' && isAbbreviation(text, at, lineStart)) continue;
    // "normal.Presenta" lacks a blank; "www.Name" and "p.Val600" do not.
    if (isGlued && !(stops === '.' && /^\p{Ll}{4,}$/u.test(wordBefore(text, at)))) continue;
    if (isGlued || possibleStart.test(next)) cuts.push(end);
  }
  return cuts;
}

/**
 * Splits a text into sentences; the spans are trimmed, in order, never empty, and cover all but
 * blanks. Given entities (sorted, without overlap), no sentence ends inside one.
 */
export function splitSentences(text: string, entities: readonly Span[] = []): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  let entity = 0;
  for (const cut of [...findCuts(text), text.length]) {
    while (entity < entities.length && entities[entity].end <= cut) entity++;
    if (entity < entities.length && entities[entity].start < cut) continue;
    const sentence = trimSpan(text, start, cut);
    if (sentence.end > sentence.start) sentences.push(sentence);
    start = cut;
  }
  return sentences;
}
