// Apart from the schemas, as read-choices.ts: the window needs these as values.
export const exportFormats = [
  'brat',
  'conll',
  'doccano',
  'prodigy',
  'spacy',
  'label-studio',
  'xmi',
  'bioc-json',
  'csv',
  'xlsx',
  'omop',
] as const;
export type ExportFormatName = (typeof exportFormats)[number];

/** What a format may be unable to hold. */
export const exportLossKinds = [
  'attributes',
  'bytes-of-text',
  'carried',
  'classes',
  'columns',
  'document-ids',
  'document-facts',
  'fragments-joined',
  'names-changed',
  'origins',
  'overlaps-flattened',
  'spans-divided',
  'spans-widened',
  'spans',
  'white-space',
  'text-cut',
] as const;
export type ExportLossName = (typeof exportLossKinds)[number];
