import type { RecordKeys } from './record-facts.ts';

/** The keys of doccano's records under which texts and annotations may stand. */
export const doccanoTextKeys = ['text', 'data'] as const;
export const doccanoListKeys = ['label', 'labels', 'annotations', 'entities', 'cats'] as const;

export const doccanoKeys: RecordKeys = {
  reserved: [...doccanoTextKeys, ...doccanoListKeys, 'relations', 'Comments', 'comments'],
  nested: ['meta'],
};
