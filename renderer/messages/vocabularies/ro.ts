import { createPlural } from '#contract/language.ts';
import type { VocabulariesMessages } from './messages.ts';

const plural = createPlural('ro');

export const vocabularies: VocabulariesMessages = {
  title: 'Vocabulare',
  note: 'Cât de fin împart cuvintele fiecărui corpus',
  named: (name) => `Vocabularul ${name}`,
  algorithms: { wordpiece: 'WordPiece', 'byte-level-bpe': 'BPE la nivel de octet' },
  trained: (tokens) =>
    plural(tokens, {
      one: 'antrenat: # token',
      few: 'antrenat: # tokeni',
      other: 'antrenat: # de tokeni',
    }),
  trainedBy: (algorithm, tokens) =>
    `${algorithm}, ${plural(tokens, { one: 'antrenat: # token', few: 'antrenat: # tokeni', other: 'antrenat: # de tokeni' })}`,
  extended: (added, tokens) =>
    `extins cu ${added} până la ${plural(tokens, { one: '# token', few: '# tokeni', other: '# de tokeni' })}`,
  howToRead:
    'Tokeni pe cuvânt: 1 dacă vocabularul cunoaște toate cuvintele, mai mulți cu cât împarte mai fin; mai puțini lasă modelului mai mult loc pentru text. Tokeni necunoscuți: ce nu poate scrie deloc. Un cuvânt este ceea ce stă între spații albe.',
  notMeasured: 'A fost creat de o versiune anterioară, care nu măsura cum împarte textele.',
  cuts: (name, description) => `Cum împarte vocabularul ${name}, ${description}, fiecare corpus`,
  cutsBeforeAndAfter: (name, description) =>
    `Cum împarte vocabularul ${name}, ${description}, fiecare corpus, înainte și după extindere`,
  corpus: 'Corpus',
  words: 'Cuvinte',
  tokensPerWord: 'Tokeni pe cuvânt',
  unknownTokens: 'Tokeni necunoscuți',
  before: 'înainte',
  after: 'după',
};
