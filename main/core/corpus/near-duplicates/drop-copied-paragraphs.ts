import { SeenPassages } from './seen-passages.ts';

/** Words from which a passage that occurs twice counts as copied; shorter ones are set phrases. */
const usualLeastWords = 8;

export interface CopiedParagraphs {
  /** The texts without what was copied, in the same order; empty where nothing is left. */
  readonly texts: readonly string[];
  /** Paragraphs that were dropped, or single lines of them. */
  readonly paragraphCount: number;
  /** Their UTF-16 units, without what stood between them. */
  readonly characterCount: number;
}

/**
 * Drops the paragraphs that were copied forward, from the texts of one patient in the order of their
 * dates: those of at least `leastWords` words that occurred before, in an earlier text or above in
 * the same, but for case, punctuation and white space. A paragraph is what stands between blank
 * lines; of one that is new as a whole, each line is looked at by itself. The first place stays.
 */
export function dropCopiedParagraphs(
  texts: readonly string[],
  leastWords = usualLeastWords,
): CopiedParagraphs {
  const seen = new SeenPassages(leastWords);
  let paragraphCount = 0;
  let characterCount = 0;

  /** Null where it occurred before. */
  function keep(passage: string): string | null {
    if (!seen.has(passage)) return passage;
    paragraphCount++;
    characterCount += passage.length;
    return null;
  }

  function keepLine(line: string): string | null {
    const kept = keep(line);
    seen.add(line);
    return kept;
  }

  function keepParagraph(paragraph: string): string | null {
    if (keep(paragraph) === null) return null;
    const kept = keepParts(paragraph, /(\r?\n)/, keepLine);
    // After its lines: one that is all there is of it would have occurred before.
    seen.add(paragraph);
    return kept;
  }

  const kept = texts.map((text) => keepParts(text, /(\r?\n(?:[^\S\n]*\n)+)/, keepParagraph) ?? '');
  return { texts: kept, paragraphCount, characterCount };
}

/** Replaces the parts between separators; of a part that goes, what stood before it goes as well. */
function keepParts(
  text: string,
  separator: RegExp,
  replace: (part: string) => string | null,
): string | null {
  const pieces = text.split(separator);
  let result: string | null = null;
  for (let index = 0; index < pieces.length; index += 2) {
    const part = replace(pieces[index]);
    if (part === null) continue;
    result = result === null ? part : result + pieces[index - 1] + part;
  }
  return result;
}
