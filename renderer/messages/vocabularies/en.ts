import { createPlural } from '#contract/language.ts';
import type { VocabulariesMessages } from './messages.ts';

const plural = createPlural('en');

export const vocabularies: VocabulariesMessages = {
  title: 'Vocabularies',
  note: 'How finely they cut the words of each corpus',
  named: (name) => `Vocabulary ${name}`,
  algorithms: { wordpiece: 'WordPiece', 'byte-level-bpe': 'byte-level BPE' },
  trained: (tokens) => plural(tokens, { one: 'trained: # token', other: 'trained: # tokens' }),
  trainedBy: (algorithm, tokens) =>
    `${algorithm}, ${plural(tokens, { one: 'trained: # token', other: 'trained: # tokens' })}`,
  extended: (added, tokens) =>
    `extended by ${added} to ${plural(tokens, { one: '# token', other: '# tokens' })}`,
  howToRead:
    'Tokens per word: 1 where the vocabulary knows every word, more the finer it cuts; fewer leave a model more room for text. Unknown tokens: what it cannot write at all. A word is what stands between white space.',
  notMeasured: 'An earlier version made it, which did not measure how it cuts texts.',
  cuts: (name, description) => `How the vocabulary ${name}, ${description}, cuts each corpus`,
  cutsBeforeAndAfter: (name, description) =>
    `How the vocabulary ${name}, ${description}, cuts each corpus, before and after it was extended`,
  corpus: 'Corpus',
  words: 'Words',
  tokensPerWord: 'Tokens per word',
  unknownTokens: 'Unknown tokens',
  before: 'before',
  after: 'after',
};
