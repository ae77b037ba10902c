import { createPlural } from '#contract/language.ts';
import type { ErrorsMessages } from './messages.ts';

const plural = createPlural('ro');

export const errors: ErrorsMessages = {
  title: (count) =>
    plural(count, {
      one: '# eroare de citit',
      few: '# erori de citit',
      other: '# de erori de citit',
    }),
  lead: {
    classification:
      'Note care au primit altă clasă decât cea dată de o persoană, cele mai rele întâi: cele a căror clasă adevărată modelele au crezut-o cel mai puțin probabilă. Lângă fiecare clasă dată stă probabilitatea celei adevărate.',
    'multi-label':
      'Note cu o etichetă în plus sau în minus, cele mai rele întâi: cele ale căror etichete adevărate, împreună, modelele le-au crezut cel mai puțin probabile. Lângă etichetele date stă probabilitatea celor adevărate împreună.',
    'entity-recognition':
      'Propoziții cu entități ratate, inventate sau cu alte margini ori alt tip, întâi cele cu mai multe.',
  },
  wrongIn: 'Greșit la',
  anyModel: 'Orice model',
  none: 'Nimic de citit',
  noneWhy:
    'Fie totul este corect, fie nu s-a păstrat ce au spus modelele despre fiecare exemplu: foldurile calculate de o versiune mai veche a programului nu au.',
  listOf: (task) => `Erori la ${task}, cele mai rele întâi`,
  example: {
    classification: 'Notă',
    'multi-label': 'Notă',
    'entity-recognition': 'Propoziție din',
  },
  fold: 'Fold',
  truth: 'Adevăr',
  trueEntities: 'Entități',
  isRight: 'corect',
  isWrong: 'greșit',
  wrong: 'alte margini sau tip',
  verdicts: {
    right: 'corecte',
    'wrong-boundary': 'margine greșită',
    'wrong-type': 'tip greșit',
    missed: 'ratate',
    spurious: 'inventate',
  },
  counted: (count, what) => `${count} ${what}`,
  colon: (verdict) => `: ${verdict}`,
  verdictOf: (verdict, type, truly) =>
    truly === null ? `${type}: ${verdict}` : `${type}: ${verdict}, în realitate ${truly}`,
  withScore: (words, score) => `${words} (scor ${score})`,
  marks: 'Cum sunt marcate entitățile',
  textOf: (id) => `Textul pentru ${id}`,
  alike: (count) =>
    plural(count, {
      one: '# exemplu are acest id și aceste etichete.',
      few: '# exemple au acest id și aceste etichete: textul poate fi al altuia dintre ele.',
      other: '# de exemple au acest id și aceste etichete: textul poate fi al altuia dintre ele.',
    }),
  isCut: 'Textul continuă; se arată doar începutul.',
  fetching: 'Se caută textul…',
  shown: (first, last, all) => `${first}–${last} din ${all}`,
  before: 'Înapoi',
  next: 'Înainte',
};
