import { parseTag } from './parse-tag.ts';

/** An entity in a tagged sentence; positions count words, `end` is exclusive. */
export interface TaggedEntity {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** What becomes of an I- tag that continues nothing. */
export type TagReading =
  /** It is no entity: seqeval's `mode='strict', scheme=IOB2`. */
  | 'strict'
  /** It starts an entity, as if it were B-: seqeval's default mode and conlleval. */
  | 'lenient';

/** The entities of one sentence in order. Throws `evaluation.invalid-tag`. */
export function readEntities(
  tags: readonly string[],
  reading: TagReading = 'strict',
): TaggedEntity[] {
  const entities: TaggedEntity[] = [];
  let current: TaggedEntity | undefined;
  for (let word = 0; word < tags.length; word++) {
    const { prefix, type } = parseTag(tags[word], word);
    if (prefix === 'I' && current?.type === type) {
      current = { ...current, end: word + 1 };
      continue;
    }
    if (current !== undefined) entities.push(current);
    const starts = prefix === 'B' || (prefix === 'I' && reading === 'lenient');
    current = starts ? { type, start: word, end: word + 1 } : undefined;
  }
  if (current !== undefined) entities.push(current);
  return entities;
}
