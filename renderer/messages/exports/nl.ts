import { createPlural } from '#contract/language.ts';
import { isolate } from '#window/format/isolate.ts';
import type { ExportsMessages } from './messages.ts';

const plural = createPlural('nl');

export const exports: ExportsMessages = {
  export: 'Exporteren…',
  title: 'Documenten exporteren',
  isPlain:
    'Wat geschreven wordt, verlaat de bescherming van de werkruimte: de teksten staan onversleuteld in de map.',
  care: 'Alleen u mag de map lezen, en wie hem krijgt. Eerst wordt alles gelezen en geteld: hoeveel documenten en patiënten eruit gaan, en wat het formaat niet kan bevatten. Er wordt niets geschreven voordat u daar ja op hebt gezegd.',
  format: 'Formaat',
  formats: {
    brat: 'brat: .txt en .ann',
    conll: 'CoNLL: kolommen met IOB2-tags',
    doccano: 'doccano: JSON-regels',
    prodigy: 'Prodigy: JSON-regels',
    spacy: 'spaCy: JSON-regels',
    'label-studio': 'Label Studio',
    xmi: 'UIMA XMI, voor INCEpTION',
    'bioc-json': 'BioC: JSON',
    csv: 'CSV: een tabel',
    xlsx: 'Excel: een tabel',
    omop: 'OMOP: NOTE en NOTE_NLP',
  },
  folder: 'Map',
  folderHint: (name) => `Nieuw of leeg. Vanaf ${name}, of absoluut.`,
  countFirst: 'Tellen wat eruit zou gaan',
  working: {
    counting: (subject) => `Tellen wat uit ${isolate(subject)} gaat`,
    writing: (subject) => `${isolate(subject)} schrijven`,
  },
  exportOf: (subject) => `Export van ${isolate(subject)}`,
  leaving: (documents, patients, characters) =>
    `${plural(documents, { one: '# document', other: '# documenten' })} van ${plural(patients, { one: '# patiënt', other: '# patiënten' })}, ${characters} tekens.`,
  withoutPatient: (count) =>
    plural(count, {
      one: '# document zegt niet van wie het is.',
      other: '# documenten zeggen niet van wie ze zijn.',
    }),
  holdsAll: 'Het formaat bevat alles.',
  cannotHold: 'Het formaat kan niet alles bevatten:',
  losses: {
    attributes: 'attributen van vermeldingen, weggelaten',
    'bytes-of-text': 'tekens, vervangen',
    carried: 'wat het document meedraagt van zijn eigen formaat, weggelaten',
    classes: 'klassen van documenten, weggelaten',
    columns: 'verdere kolommen, weggelaten',
    'document-ids': 'namen van documenten, weggelaten',
    'document-facts': 'patiënt, datum, taal of soort, weggelaten',
    'fragments-joined': 'vermeldingen in stukken, samengevoegd van het eerste tot het laatste',
    'names-changed': 'namen van documenten, typen of attributen, gewijzigd',
    origins: 'wie of wat een annotatie maakte, weggelaten',
    'overlaps-flattened': 'vermeldingen die een langere of eerdere overlappen, weggelaten',
    'spans-divided': 'vermeldingen die doorlopen in de volgende zin, opgedeeld',
    'spans-widened': 'vermeldingen die binnen een woord beginnen of eindigen, verbreed',
    spans: 'vermeldingen, weggelaten',
    'white-space': 'teksten waarvan het wit verandert',
    'text-cut': 'teksten die afgekapt worden',
  },
  lost: 'Wat verloren gaat',
  count: 'Aantal',
  ofWhich: 'Waarvan',
  typeWithCount: (type, count) => `${isolate(type)} (${count})`,
  question: (folder) =>
    `Onversleuteld schrijven naar ${isolate(folder)}? Het auditlogboek bewaart wie wat exporteerde, hoeveel, in welk formaat en waarheen.`,
  write: 'Onversleuteld schrijven',
  takeBack: 'Niet schrijven',
  stop: 'Stoppen',
  stopped: 'Er is niets geschreven.',
  done: (files, folder) =>
    `${plural(files, { one: '# bestand', other: '# bestanden' })} geschreven naar ${isolate(folder)}. Ze zijn niet versleuteld.`,
  tokens: 'Tokens',
  tokensNote: 'Wat een model van deze documenten zou lezen',
  vocabularyOf: 'Vocabulaire van',
  noModels:
    'Nog geen model in de bibliotheek: importeer er een om tokens te tellen met zijn vocabulaire.',
  countTokens: 'Tokens tellen',
  countingWith: (model) => `Tokens tellen met ${isolate(model)}`,
  countStopped: 'Gestopt: er is niets geteld.',
  tokenTotals: ({ tokens, longer, documents, limit, beyond, share }) =>
    `${tokens} tokens. Langer dan de ${limit} die een model in één keer leest: ${longer} van ${documents} documenten; daarachter staan ${beyond} tokens (${share}).`,
  tokenLengths: (list) => `Lengte in tokens: ${list}.`,
  longer: (limit) => `Langer dan ${limit}`,
  beyond: 'Tokens daarachter',
  chosenFigures: 'Van de documenten die hierboven gekozen zijn',
  setLead: (version) => `Versie ${version}: voorgoed deze documenten met deze annotaties.`,
};
