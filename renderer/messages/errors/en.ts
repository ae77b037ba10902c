import { createPlural } from '#contract/language.ts';
import type { ErrorsMessages } from './messages.ts';

const plural = createPlural('en');

export const errors: ErrorsMessages = {
  title: (count) => plural(count, { one: '# error to read', other: '# errors to read' }),
  lead: {
    classification:
      'Notes that got another class than a person gave, the worst first: those whose true class the models thought least likely. Beside each class that was given stands the probability of the true one.',
    'multi-label':
      'Notes with a label too many or too few, the worst first: those whose true labels together the models thought least likely. Beside the labels that were given stands the probability of the true ones together.',
    'entity-recognition':
      'Sentences with entities that were missed, invented, or given other ends or another type, those with the most first.',
  },
  wrongIn: 'Wrong in',
  anyModel: 'Any model',
  none: 'Nothing to read',
  noneWhy:
    'Either all is right, or what models said of single examples was not kept: folds that an earlier version of the program computed have none.',
  listOf: (task) => `Errors on ${task}, the worst first`,
  example: { classification: 'Note', 'multi-label': 'Note', 'entity-recognition': 'Sentence of' },
  fold: 'Fold',
  truth: 'Truth',
  trueEntities: 'Entities',
  isRight: 'right',
  isWrong: 'wrong',
  wrong: 'other ends or type',
  verdicts: {
    right: 'right',
    'wrong-boundary': 'wrong boundary',
    'wrong-type': 'wrong type',
    missed: 'missed',
    spurious: 'spurious',
  },
  counted: (count, what) => `${count} ${what}`,
  colon: (verdict) => `: ${verdict}`,
  verdictOf: (verdict, type, truly) =>
    truly === null ? `${type}: ${verdict}` : `${type}: ${verdict}, truly ${truly}`,
  withScore: (words, score) => `${words} (score ${score})`,
  marks: 'How entities are marked',
  textOf: (id) => `Text of ${id}`,
  alike: (count) =>
    plural(count, {
      one: '# example has this id and these labels.',
      other: '# examples have this id and these labels: the text may be that of another of them.',
    }),
  isCut: 'The text goes on; only its beginning is shown.',
  fetching: 'Fetching the text …',
  shown: (first, last, all) => `${first} to ${last} of ${all}`,
  before: 'Before',
  next: 'Next',
};
