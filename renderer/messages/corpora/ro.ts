import type { CorporaMessages } from './messages.ts';

export const corpora: CorporaMessages = {
  title: 'Corpusuri',
  note: 'Ce s-a citit, ce a eliminat curățarea și din ce au învățat modelele',
  none: 'Acest plan nu numește niciun corpus',
  noneHint:
    'Corpusurile sunt text neetichetat pe care este preantrenat un model. Un plan fără ele compară numai puncte de control așa cum sunt.',
  corpus: 'Corpus',
  files: 'Fișiere',
  all: 'Toate',
  counts: {
    documents: 'Documente',
    linesRead: 'Linii citite',
    emptyLines: 'Goale',
    duplicateLines: 'Duplicate',
    linesKept: 'Linii păstrate',
    markupRemoved: 'Marcaje eliminate',
    tokens: 'Tokeni',
  },
  import: 'Import',
  importNote: 'Ce a fost de remarcat în fișiere și ce s-a făcut; tot restul s-a citit așa cum este',
  problems: 'Ce a fost de remarcat în fișiere',
  withLines: 'Cu liniile lor',
  file: 'Fișier',
  done: 'Acțiune',
  times: 'De câte ori',
  rule: 'Regulă',
  actions: { repaired: 'Reparat', 'left-out': 'Omis', kept: 'Păstrat' },
};
