import { createOffsetMap, type OffsetUnit } from '#core/domain/offset-units.ts';
import { type TsvSentence, unescapeTsv } from './read-rows.ts';

/** The text of a document put together from its sentences. */
export interface RebuiltText {
  readonly text: string;
  /** What its offsets count. */
  readonly unit: OffsetUnit;
  /** Tokens that do not stand at their offsets. */
  readonly unmatched: number;
  /** Stretches between sentences, which the file does not hold. */
  readonly gaps: number;
}

const units = ['utf-16', 'code-points'] as const;
const lengthIn = (text: string, unit: OffsetUnit) =>
  unit === 'utf-16' ? text.length : Array.from(text).length;

/** The sentence as written or without its escapes, whichever its tokens stand in. */
function textOf({ text, rows }: TsvSentence): string {
  const plain = unescapeTsv(text);
  if (plain === text) return text;
  const count = (each: string) =>
    rows.filter(({ form }) => each.includes(unescapeTsv(form))).length;
  const last = rows.at(-1)?.end ?? 0;
  const first = rows.at(0)?.begin ?? 0;
  const isLong = last - first > plain.length;
  return isLong || count(text) > count(plain) ? text : plain;
}

function rebuildIn(
  sentences: readonly TsvSentence[],
  unit: OffsetUnit,
  longest: number,
): RebuiltText | null {
  const parts: string[] = [];
  let length = 0;
  let gaps = 0;
  for (const sentence of sentences) {
    const text = textOf(sentence);
    const begin = sentence.rows[0]?.begin ?? length;
    // A sentence begins with its first token, or with the blanks before it.
    const blanks = lengthIn(/^\s*/.exec(text)?.[0] ?? '', unit);
    const isAtToken = text.trimStart().startsWith(unescapeTsv(sentence.rows[0]?.form ?? ''));
    const start = begin - (isAtToken ? blanks : 0);
    const gap = start - length;
    if (gap > longest) return null;
    if (gap > 0) {
      gaps++;
      parts.push(`${' '.repeat(gap - 1)}\n`);
      length += gap;
    }
    parts.push(text);
    length += lengthIn(text, unit);
    if (length > longest) return null;
  }
  const text = parts.join('');
  const { toText } = createOffsetMap(text, unit);
  let unmatched = 0;
  for (const { rows } of sentences) {
    for (const { begin, end, form } of rows) {
      const found = text.slice(toText(begin), toText(end));
      if (found !== form && found !== unescapeTsv(form)) unmatched++;
    }
  }
  return { text, unit, unmatched, gaps };
}

/** Puts sentences at their offsets, in the unit in which most tokens fit; null where it is too long. */
export function rebuildText(
  sentences: readonly TsvSentence[],
  longest: number,
  given: OffsetUnit | undefined,
): RebuiltText | null {
  let best: RebuiltText | null = null;
  for (const unit of given === undefined ? units : [given]) {
    const rebuilt = rebuildIn(sentences, unit, longest);
    if (rebuilt !== null && (best === null || rebuilt.unmatched < best.unmatched)) best = rebuilt;
    if (best?.unmatched === 0) break;
  }
  return best;
}
