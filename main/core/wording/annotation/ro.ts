import { createPlural } from '../plural.ts';
import type { AnnotationWording } from './en.ts';

const plural = createPlural('ro');

export const annotation: AnnotationWording = {
  placeInText: 'un loc în text, între caracterele lui',
  noPlace: 'niciunul',
  outsideText: (start, end, length) => `de la ${start} la ${end} într-un text de ${length} unități`,
  emptyPlace: (start, end) => `nimic între ${start} și ${end}`,
  piecesOverlap: (start, end) => `o bucată de la ${start} la ${end} care începe în cea dinainte`,
  halfCharacter: (start, end) => `o jumătate de caracter la ${start} sau ${end}`,
  openAgain: 'Deschideți din nou documentul: ceea ce s-a salvat este acolo.',
  newMark: 'id-ul unui marcaj nou',
  knownMark: 'unul pe care documentul îl are deja',
  noMark: 'un marcaj care nu există',
  openSuggestion: 'o sugestie pentru acest document care așteaptă un răspuns',
  noneOrSettled: 'niciuna, sau una la care s-a răspuns',
  aClass: 'o clasă pentru document',
  noClass: 'niciuna',
  giveClass: 'Dați documentului o clasă sau săriți-l.',
  oneOf: (names) =>
    names.length === 0 ? 'niciunul de acest fel' : `unul dintre ${names.join(', ')}`,
  soundScheme: 'o schemă cu care se poate lucra',
  correctScheme: 'Corectați schema.',
  nothingLabelled: 'nici clase, nici tipuri de marcaje',
  classesUnused: 'clase, deși documentele nu primesc niciuna',
  tooFewClasses: (count) =>
    plural(count, {
      one: 'nicio clasă',
      few: 'mai puțin de # clase',
      other: 'mai puțin de # de clase',
    }),
  noName: (name) =>
    `„${name}”, care este gol, are peste 100 de caractere, spații în jur sau sfârșituri de rând`,
  nameTwice: (name) => `„${name}” de două ori`,
  noKey: (name) => `o tastă pentru „${name}” care nu este o literă mică sau o cifră`,
  keyTwice: (key, first, second) => `tasta ${key} pentru „${first}” și pentru „${second}”`,
  attributeWithoutValues: (name) => `„${name}” fără valori din care să se aleagă`,
  attributeOfUnknown: (name, type) => `„${name}” pentru „${type}”, care nu este un tip`,
  newName: 'un nume pe care nu îl are niciun proiect',
  otherName: 'Dați alt nume.',
  documentsToLabel: 'documente de adnotat',
  none: 'niciunul',
  widenChoice: 'Lărgiți alegerea documentelor.',
  annotatorsOnce: 'persoane care adnotează, fiecare o dată',
  personTwice: 'una dintre ele de două ori',
  nameAnnotators: 'Indicați cel puțin o persoană, și niciuna de două ori.',
  unusedLabel: 'să dispară doar etichete pe care nu le-a dat nimeni',
  usedLabel: (name, count) =>
    plural(count, {
      one: `„${name}”, dată într-un singur loc`,
      few: `„${name}”, dată în # locuri`,
      other: `„${name}”, dată în # de locuri`,
    }),
  changeLabelsFirst:
    'Căutați în coadă documentele care o au și schimbați-le mai întâi, sau păstrați-o.',
  newestState: 'schimbarea stării celei mai noi',
  olderState: 'una mai veche',
  ownDocument: 'un document pe care îl adnotați în acest proiect',
  anothers: 'unul pe care nu îl adnotați',
  openQueue: 'Deschideți un document din coada dumneavoastră.',
  unsettled: 'un document ale cărui diferențe nu le tranșează încă nimeni',
  beingSettled: 'unul ale cărui diferențe sunt în curs de tranșare',
  askSettler: 'Spuneți celui care le tranșează ce ați schimba.',
  earlierAction: 'o acțiune a dumneavoastră',
  labelOfToday: 'etichete pe care schema le are astăzi',
  putBack: 'Puneți mai întâi eticheta înapoi în schemă.',
};
