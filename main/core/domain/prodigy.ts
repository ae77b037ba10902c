import type { RecordKeys } from './record-facts.ts';

export const prodigyTextKeys = ['text'] as const;

export const prodigyKeys: RecordKeys = {
  reserved: [
    ...['text', 'spans', 'tokens', 'relations', 'options', 'accept', 'label', 'html', 'image'],
    ...['audio', 'config', '_view_id', '_input_hash', '_task_hash', '_is_binary', '_timestamp'],
    ...['_annotator_id', '_session_id'],
  ],
  nested: ['meta'],
};
