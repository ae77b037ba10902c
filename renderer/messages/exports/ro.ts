import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { ExportsMessages } from './messages.ts';

const plural = createPlural('ro');

export const exports: ExportsMessages = {
  export: 'Export…',
  title: 'Exportul documentelor',
  isPlain:
    'Ceea ce se scrie iese din protecția spațiului de lucru: textele rămân în dosar necriptate.',
  care: 'Doar dumneavoastră puteți citi dosarul, și cine îl primește. Întâi totul este citit și numărat: câte documente și câți pacienți ies și ce nu încape în format. Nu se scrie nimic înainte de un da.',
  format: 'Format',
  formats: {
    brat: 'brat: .txt și .ann',
    conll: 'CoNLL: coloane cu etichete IOB2',
    doccano: 'doccano: linii JSON',
    prodigy: 'Prodigy: linii JSON',
    spacy: 'spaCy: linii JSON',
    'label-studio': 'Label Studio',
    xmi: 'UIMA XMI, pentru INCEpTION',
    'bioc-json': 'BioC: JSON',
    csv: 'CSV: un tabel',
    xlsx: 'Excel: un tabel',
    omop: 'OMOP: NOTE și NOTE_NLP',
  },
  folder: 'Dosar',
  folderHint: (name) => `Nou sau gol. Relativ la ${name}, sau absolut.`,
  countFirst: 'Numărarea a ceea ce ar ieși',
  working: {
    counting: (subject) => `Se numără ce iese din ${isolate(subject)}`,
    writing: (subject) => `Se scrie ${isolate(subject)}`,
  },
  exportOf: (subject) => `Exportul ${isolate(subject)}`,
  leaving: (documents, patients, characters) =>
    `${plural(documents, { one: '# document', few: '# documente', other: '# de documente' })} de la ${plural(patients, { one: '# pacient', few: '# pacienți', other: '# de pacienți' })}, caractere: ${characters}.`,
  withoutPatient: (count) =>
    plural(count, {
      one: '# document nu spune al cui este.',
      few: '# documente nu spun ale cui sunt.',
      other: '# de documente nu spun ale cui sunt.',
    }),
  holdsAll: 'Formatul cuprinde totul.',
  cannotHold: 'Formatul nu poate cuprinde totul:',
  losses: {
    attributes: 'atribute ale mențiunilor, omise',
    'bytes-of-text': 'caractere, înlocuite',
    carried: 'ce poartă documentul din formatul său, omis',
    classes: 'clase ale documentelor, omise',
    columns: 'alte coloane, omise',
    'document-ids': 'nume de documente, omise',
    'document-facts': 'pacient, dată, limbă sau fel, omise',
    'fragments-joined': 'mențiuni în bucăți, unite de la prima la ultima',
    'names-changed': 'nume de documente, tipuri sau atribute, schimbate',
    origins: 'cine sau ce a făcut o adnotare, omis',
    'overlaps-flattened': 'mențiuni care se suprapun cu una mai lungă sau anterioară, omise',
    'spans-divided': 'mențiuni care continuă în propoziția următoare, împărțite',
    'spans-widened': 'mențiuni care încep sau se termină în interiorul unui cuvânt, lărgite',
    spans: 'mențiuni, omise',
    'white-space': 'texte ale căror spații se schimbă',
    'text-cut': 'texte care se taie',
  },
  lost: 'Ce se pierde',
  count: 'Număr',
  ofWhich: 'Dintre care',
  typeWithCount: (type, count) => `${isolate(type)} (${count})`,
  question: (folder) =>
    `Se scriu necriptate în ${isolate(folder)}? Jurnalul de audit păstrează cine a exportat ce, cât, în ce format și unde.`,
  write: 'Scriere fără criptare',
  takeBack: 'Fără scriere',
  stop: 'Oprire',
  stopped: 'Nu s-a scris nimic.',
  done: (files, folder) =>
    `${plural(files, { one: '# fișier scris', few: '# fișiere scrise', other: '# de fișiere scrise' })} în ${isolate(folder)}. Nu sunt criptate.`,
  tokens: 'Tokenuri',
  tokensNote: 'Ce ar citi un model din aceste documente',
  vocabularyOf: 'Vocabularul modelului',
  noModels:
    'Încă niciun model în bibliotecă: importați unul pentru a număra tokenuri cu vocabularul lui.',
  countTokens: 'Numărarea tokenurilor',
  countingWith: (model) => `Se numără tokenuri cu ${isolate(model)}`,
  countStopped: 'Oprit: nu s-a numărat nimic.',
  tokenTotals: ({ tokens, longer, documents, limit, beyond, share }) =>
    `Tokenuri: ${tokens}. Mai lungi decât cele ${limit} pe care un model le citește o dată: ${longer} din ${documents} documente; dincolo rămân tokenuri: ${beyond} (${share}).`,
  tokenLengths: (list) => `Lungimea în tokenuri: ${list}.`,
  longer: (limit) => `Mai lungi decât ${limit}`,
  beyond: 'Tokenuri dincolo',
  chosenFigures: 'Ale documentelor alese mai sus',
  setLead: (version) =>
    `Versiunea ${version}: aceste documente cu aceste adnotări, pentru totdeauna.`,
};
