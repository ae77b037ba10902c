import type { ImportRequest } from '#core/collection/documents/import-documents.ts';

/** Few, so that there are many moments between them. */
export const batchDocuments = 250;

/** How the parent and its children read the same table. */
export const importRequest = (file: string): ImportRequest => ({
  collection: 'notes',
  paths: [file],
  choice: {
    format: 'csv',
    options: {
      mapping: {
        text: [{ column: 'text', heading: null }],
        label: 'label',
        id: 'id',
        patient: 'patient',
        date: null,
        language: null,
        kind: null,
      },
    },
  },
});
