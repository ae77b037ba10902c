import type { LabelledNote } from '#core/domain/text.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import type { Example } from './example.ts';

export interface EncodedNotes {
  /** In the order of the notes. */
  readonly examples: readonly Example[];
  /** Notes that were longer than the model's width and lost their end. */
  readonly truncatedCount: number;
}

/**
 * Notes as examples for sequence classification: `[CLS] note [SEP]`, cut at `maxTokens`, with the
 * class at the first token. `classes` gives each label its index. A note that yields no token is
 * classified from the special tokens alone.
 */
export function encodeNotes(
  notes: readonly LabelledNote[],
  tokenizer: Tokenizer,
  options: { maxTokens: number; classes: readonly string[] },
): EncodedNotes {
  const { classification, separator } = tokenizer.special;
  const classOf = new Map(options.classes.map((label, index) => [label, index]));
  let truncatedCount = 0;
  const examples = notes.map((note): Example => {
    const { ids } = tokenizer.encode(note.text);
    const kept = ids.subarray(0, options.maxTokens - 2);
    if (kept.length < ids.length) truncatedCount++;
    return {
      ids: Int32Array.from([classification, ...kept, separator]),
      positions: Int32Array.of(0),
      labels: Int32Array.of(classOf.get(note.label) ?? 0),
    };
  });
  return { examples, truncatedCount };
}
