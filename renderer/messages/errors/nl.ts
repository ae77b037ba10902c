import { createPlural } from '#contract/language.ts';
import type { ErrorsMessages } from './messages.ts';

const plural = createPlural('nl');

export const errors: ErrorsMessages = {
  title: (count) => plural(count, { one: '# fout om te lezen', other: '# fouten om te lezen' }),
  lead: {
    classification:
      'Notities die een andere klasse kregen dan een mens gaf, de ergste eerst: die waarvan de modellen de ware klasse het minst waarschijnlijk vonden. Naast elke gegeven klasse staat de kans van de ware.',
    'multi-label':
      'Notities met een label te veel of te weinig, de ergste eerst: die waarvan de modellen de ware labels samen het minst waarschijnlijk vonden. Naast de gegeven labels staat de kans van de ware samen.',
    'entity-recognition':
      'Zinnen met entiteiten die werden gemist, verzonnen, of andere grenzen of een ander type kregen, die met de meeste eerst.',
  },
  wrongIn: 'Fout bij',
  anyModel: 'Welk model ook',
  none: 'Niets te lezen',
  noneWhy:
    'Ofwel is alles juist, ofwel is niet bewaard wat modellen van afzonderlijke voorbeelden zeiden: folds die een eerdere versie van het programma heeft berekend, hebben dat niet.',
  listOf: (task) => `Fouten bij ${task}, de ergste eerst`,
  example: { classification: 'Notitie', 'multi-label': 'Notitie', 'entity-recognition': 'Zin uit' },
  fold: 'Fold',
  truth: 'Waarheid',
  trueEntities: 'Entiteiten',
  isRight: 'juist',
  isWrong: 'fout',
  wrong: 'andere grenzen of type',
  verdicts: {
    right: 'juist',
    'wrong-boundary': 'verkeerde grens',
    'wrong-type': 'verkeerd type',
    missed: 'gemist',
    spurious: 'verzonnen',
  },
  counted: (count, what) => `${count} ${what}`,
  colon: (verdict) => `: ${verdict}`,
  verdictOf: (verdict, type, truly) =>
    truly === null ? `${type}: ${verdict}` : `${type}: ${verdict}, werkelijk ${truly}`,
  withScore: (words, score) => `${words} (score ${score})`,
  marks: 'Hoe entiteiten zijn gemarkeerd',
  textOf: (id) => `Tekst van ${id}`,
  alike: (count) =>
    plural(count, {
      one: '# voorbeeld heeft deze id en deze labels.',
      other:
        '# voorbeelden hebben deze id en deze labels: de tekst kan die van een ander ervan zijn.',
    }),
  isCut: 'De tekst gaat verder; alleen het begin wordt getoond.',
  fetching: 'De tekst wordt opgehaald …',
  shown: (first, last, all) => `${first} tot ${last} van ${all}`,
  before: 'Vorige',
  next: 'Volgende',
};
