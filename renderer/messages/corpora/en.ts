import type { CorporaMessages } from './messages.ts';

export const corpora: CorporaMessages = {
  title: 'Corpora',
  note: 'What was read, what cleaning removed, and what the models learned from',
  none: 'This plan names no corpus',
  noneHint:
    'Corpora are unlabelled text on which a model is pre-trained. A plan without them only compares checkpoints as they are.',
  corpus: 'Corpus',
  files: 'Files',
  all: 'All',
  counts: {
    documents: 'Documents',
    linesRead: 'Lines read',
    emptyLines: 'Empty',
    duplicateLines: 'Duplicate',
    linesKept: 'Lines kept',
    markupRemoved: 'Markup removed',
    tokens: 'Tokens',
  },
  import: 'Import',
  importNote:
    'What was noteworthy in the files and what was done about it; all else was read as it is',
  problems: 'What was noteworthy in the files',
  withLines: 'With their lines',
  file: 'File',
  done: 'Done',
  times: 'Times',
  rule: 'Rule',
  actions: { repaired: 'Repaired', 'left-out': 'Left out', kept: 'Kept' },
};
