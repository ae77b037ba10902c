import { createPlural } from '#contract/language.ts';
import type { VocabulariesMessages } from './messages.ts';

const plural = createPlural('nl');

export const vocabularies: VocabulariesMessages = {
  title: 'Vocabulaires',
  note: 'Hoe fijn ze de woorden van elk corpus verdelen',
  named: (name) => `Vocabulaire ${name}`,
  algorithms: { wordpiece: 'WordPiece', 'byte-level-bpe': 'BPE op bytes' },
  trained: (tokens) => plural(tokens, { one: 'getraind: # token', other: 'getraind: # tokens' }),
  trainedBy: (algorithm, tokens) =>
    `${algorithm}, ${plural(tokens, { one: 'getraind: # token', other: 'getraind: # tokens' })}`,
  extended: (added, tokens) =>
    `met ${added} uitgebreid tot ${plural(tokens, { one: '# token', other: '# tokens' })}`,
  howToRead:
    'Tokens per woord: 1 als het vocabulaire elk woord kent, en meer naarmate het fijner verdeelt; minder tokens laten een model meer ruimte voor tekst. Onbekende tokens: wat het helemaal niet kan schrijven. Een woord is wat tussen witruimte staat.',
  notMeasured: 'Een eerdere versie heeft het gemaakt; die mat niet hoe het teksten verdeelt.',
  cuts: (name, description) => `Hoe het vocabulaire ${name}, ${description}, elk corpus verdeelt`,
  cutsBeforeAndAfter: (name, description) =>
    `Hoe het vocabulaire ${name}, ${description}, elk corpus verdeelt, voor en na de uitbreiding`,
  corpus: 'Corpus',
  words: 'Woorden',
  tokensPerWord: 'Tokens per woord',
  unknownTokens: 'Onbekende tokens',
  before: 'voor',
  after: 'na',
};
