import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { ExportsMessages } from './messages.ts';

const plural = createPlural('en');

export const exports: ExportsMessages = {
  export: 'Export…',
  title: 'Export documents',
  isPlain:
    'What is written leaves the protection of the workspace: the texts lie in the folder unencrypted.',
  care: 'Only you may read the folder, and whoever gets it. First all is read and counted: how many documents and patients leave, and what the format cannot hold. Nothing is written before you have said yes to that.',
  format: 'Format',
  formats: {
    brat: 'brat: .txt and .ann',
    conll: 'CoNLL: columns with IOB2 tags',
    doccano: 'doccano: JSON lines',
    prodigy: 'Prodigy: JSON lines',
    spacy: 'spaCy: JSON lines',
    'label-studio': 'Label Studio',
    xmi: 'UIMA XMI, for INCEpTION',
    'bioc-json': 'BioC: JSON',
    csv: 'CSV: a table',
    xlsx: 'Excel: a table',
    omop: 'OMOP: NOTE and NOTE_NLP',
  },
  folder: 'Folder',
  folderHint: (name) => `New or empty. Relative to ${name}, or absolute.`,
  countFirst: 'Count what would leave',
  working: {
    counting: (subject) => `Counting what leaves of ${isolate(subject)}`,
    writing: (subject) => `Writing ${isolate(subject)}`,
  },
  exportOf: (subject) => `Export of ${isolate(subject)}`,
  leaving: (documents, patients, characters) =>
    `${plural(documents, { one: '# document', other: '# documents' })} of ${plural(patients, { one: '# patient', other: '# patients' })}, ${characters} characters.`,
  withoutPatient: (count) =>
    plural(count, {
      one: '# document does not say whose it is.',
      other: '# documents do not say whose they are.',
    }),
  holdsAll: 'The format holds all of it.',
  cannotHold: 'The format cannot hold all of it:',
  losses: {
    attributes: 'attributes of mentions, left out',
    'bytes-of-text': 'characters, replaced',
    carried: 'what the document carries of the format it came from, left out',
    classes: 'classes of documents, left out',
    columns: 'further columns, left out',
    'document-ids': 'names of documents, left out',
    'document-facts': 'patient, date, language or kind, left out',
    'fragments-joined': 'mentions in pieces, joined from the first to the last',
    'names-changed': 'names of documents, types or attributes, changed',
    origins: 'who or what made an annotation, left out',
    'overlaps-flattened': 'mentions that overlap a longer or earlier one, left out',
    'spans-divided': 'mentions that go on into the next sentence, divided',
    'spans-widened': 'mentions that begin or end inside a word, widened',
    spans: 'mentions, left out',
    'white-space': 'texts whose white space is changed',
    'text-cut': 'texts that are cut off',
  },
  lost: 'What is lost',
  count: 'Count',
  ofWhich: 'Of which',
  typeWithCount: (type, count) => `${isolate(type)} (${count})`,
  question: (folder) =>
    `Write them unencrypted into ${isolate(folder)}? The audit log keeps who exported what, how many, in which format and where to.`,
  write: 'Write unencrypted',
  takeBack: 'Do not write',
  stop: 'Stop',
  stopped: 'Nothing was written.',
  done: (files, folder) =>
    `Wrote ${plural(files, { one: '# file', other: '# files' })} to ${isolate(folder)}. They are not encrypted.`,
  tokens: 'Tokens',
  tokensNote: 'What a model would read of these documents',
  vocabularyOf: 'Vocabulary of',
  noModels: 'No model in the library yet: import one to count tokens with its vocabulary.',
  countTokens: 'Count tokens',
  countingWith: (model) => `Counting tokens with ${isolate(model)}`,
  countStopped: 'Stopped: nothing was counted.',
  tokenTotals: ({ tokens, longer, documents, limit, beyond, share }) =>
    `${tokens} tokens. Longer than the ${limit} that a model reads at once: ${longer} of ${documents} documents; beyond lie ${beyond} tokens (${share}).`,
  tokenLengths: (list) => `Length in tokens: ${list}.`,
  longer: (limit) => `Longer than ${limit}`,
  beyond: 'Tokens beyond',
  chosenFigures: 'Of the documents chosen above',
  setLead: (version) => `Version ${version}: these documents with these annotations, for ever.`,
};
