import { isJsonList, isJsonObject, valueIn } from '#core/domain/json.ts';
import { biocReader } from './bioc-documents.ts';
import { recogniseRecords } from './bounded-json.ts';
import type { DocumentFormat } from './document-format.ts';
import { readRecords } from './read-records.ts';

/**
 * BioC in JSON: a collection, a list of its documents, or one a line. Offsets count code points,
 * whatever the specification says of bytes, unless only these fit.
 */
export const biocJsonFormat: DocumentFormat = {
  description: 'BioC JSON: documents of passages with annotations, as PubTator gives them.',
  extensions: ['.json', '.jsonl', '.bioc'],
  recognise: (head) =>
    recogniseRecords(
      head,
      (record) => (isJsonObject(record) && isJsonList(valueIn(record, 'passages')) ? 0.98 : 0),
      { listKeys: biocReader.listKeys, looksLike: /"passages"\s*:\s*\[/ },
    ),
  read: (inputs, options) => readRecords(biocReader, inputs, options),
};
