import { createPlural } from '#contract/language.ts';
import type { ErrorsMessages } from './messages.ts';

const plural = createPlural('es');

export const errors: ErrorsMessages = {
  title: (count) =>
    plural(count, {
      one: '# error para leer',
      many: '# de errores para leer',
      other: '# errores para leer',
    }),
  lead: {
    classification:
      'Notas que recibieron otra clase que la dada por una persona, primero las peores: aquellas cuya clase verdadera los modelos creyeron menos probable. Junto a cada clase dada está la probabilidad de la verdadera.',
    'multi-label':
      'Notas con una etiqueta de más o de menos, primero las peores: aquellas cuyas etiquetas verdaderas, juntas, los modelos creyeron menos probables. Junto a las etiquetas dadas está la probabilidad de las verdaderas juntas.',
    'entity-recognition':
      'Frases con entidades perdidas, inventadas, o con otros límites u otro tipo, primero las que tienen más.',
  },
  wrongIn: 'Mal en',
  anyModel: 'Cualquier modelo',
  none: 'Nada que leer',
  noneWhy:
    'O todo es correcto, o no se guardó lo que los modelos dijeron de cada ejemplo: las particiones que calculó una versión anterior del programa no lo tienen.',
  listOf: (task) => `Errores en ${task}, primero los peores`,
  example: { classification: 'Nota', 'multi-label': 'Nota', 'entity-recognition': 'Frase de' },
  fold: 'Partición',
  truth: 'Verdad',
  trueEntities: 'Entidades',
  isRight: 'correcto',
  isWrong: 'incorrecto',
  wrong: 'otros límites o tipo',
  verdicts: {
    right: 'correctas',
    'wrong-boundary': 'límite incorrecto',
    'wrong-type': 'tipo incorrecto',
    missed: 'perdidas',
    spurious: 'inventadas',
  },
  counted: (count, what) => `${count} ${what}`,
  colon: (verdict) => `: ${verdict}`,
  verdictOf: (verdict, type, truly) =>
    truly === null ? `${type}: ${verdict}` : `${type}: ${verdict}, en realidad ${truly}`,
  withScore: (words, score) => `${words} (puntuación ${score})`,
  marks: 'Cómo se marcan las entidades',
  textOf: (id) => `Texto de ${id}`,
  alike: (count) =>
    plural(count, {
      one: '# ejemplo tiene este id y estas etiquetas.',
      many: '# de ejemplos tienen este id y estas etiquetas: el texto puede ser el de otro de ellos.',
      other: '# ejemplos tienen este id y estas etiquetas: el texto puede ser el de otro de ellos.',
    }),
  isCut: 'El texto continúa; solo se muestra su comienzo.',
  fetching: 'Buscando el texto…',
  shown: (first, last, all) => `${first} a ${last} de ${all}`,
  before: 'Anteriores',
  next: 'Siguientes',
};
