import { createPlural } from '#contract/language.ts';
import type { VocabulariesMessages } from './messages.ts';

const plural = createPlural('es');

export const vocabularies: VocabulariesMessages = {
  title: 'Vocabularios',
  note: 'Con qué finura dividen las palabras de cada corpus',
  named: (name) => `Vocabulario ${name}`,
  algorithms: { wordpiece: 'WordPiece', 'byte-level-bpe': 'BPE de bytes' },
  trained: (tokens) =>
    plural(tokens, {
      one: 'entrenado: # token',
      many: 'entrenado: # de tokens',
      other: 'entrenado: # tokens',
    }),
  trainedBy: (algorithm, tokens) =>
    `${algorithm}, ${plural(tokens, { one: 'entrenado: # token', many: 'entrenado: # de tokens', other: 'entrenado: # tokens' })}`,
  extended: (added, tokens) =>
    `ampliado en ${added} hasta ${plural(tokens, { one: '# token', many: '# de tokens', other: '# tokens' })}`,
  howToRead:
    'Tokens por palabra: 1 si el vocabulario conoce todas las palabras, y más cuanto más fino divide; menos tokens dejan al modelo más espacio para el texto. Tokens desconocidos: lo que no puede escribir en absoluto. Una palabra es lo que está entre espacios en blanco.',
  notMeasured: 'Lo creó una versión anterior, que no medía cómo divide los textos.',
  cuts: (name, description) => `Cómo divide cada corpus el vocabulario ${name}, ${description}`,
  cutsBeforeAndAfter: (name, description) =>
    `Cómo divide cada corpus el vocabulario ${name}, ${description}, antes y después de ampliarlo`,
  corpus: 'Corpus',
  words: 'Palabras',
  tokensPerWord: 'Tokens por palabra',
  unknownTokens: 'Tokens desconocidos',
  before: 'antes',
  after: 'después',
};
