import type { CorporaMessages } from './messages.ts';

export const corpora: CorporaMessages = {
  title: 'Corpora',
  note: 'Wat is gelezen, wat bij het opschonen is verwijderd, en waarvan de modellen hebben geleerd',
  none: 'Dit plan noemt geen corpus',
  noneHint:
    'Corpora zijn ongelabelde tekst waarop een model wordt voorgetraind. Een plan zonder corpora vergelijkt alleen checkpoints zoals ze zijn.',
  corpus: 'Corpus',
  files: 'Bestanden',
  all: 'Alle',
  counts: {
    documents: 'Documenten',
    linesRead: 'Gelezen regels',
    emptyLines: 'Leeg',
    duplicateLines: 'Dubbel',
    linesKept: 'Behouden regels',
    markupRemoved: 'Opmaak verwijderd',
    tokens: 'Tokens',
  },
  import: 'Import',
  importNote:
    'Wat in de bestanden opviel en wat ermee is gedaan; al het andere is gelezen zoals het is',
  problems: 'Wat in de bestanden opviel',
  withLines: 'Met hun regels',
  file: 'Bestand',
  done: 'Gedaan',
  times: 'Aantal keer',
  rule: 'Regel',
  actions: { repaired: 'Hersteld', 'left-out': 'Weggelaten', kept: 'Behouden' },
};
