import { AnamnesisError } from '#core/base/error.ts';

/** White space alone is no word. @throws corpus.empty where a corpus gave none */
export function requireWords(wordCounts: ReadonlyMap<string, number>): void {
  for (const word of wordCounts.keys()) if (/\S/u.test(word)) return;
  throw new AnamnesisError('corpus.empty', {
    expected: 'text to train a vocabulary on',
    found: 'no words',
    remedy: 'Check the files of the corpus and what its cleaning leaves.',
  });
}

/** A vocabulary must hold what every word is spelled with, whatever else it learns. */
export function vocabularyTooSmall(needed: number, found: number, remedy: string): AnamnesisError {
  return new AnamnesisError('tokenise.vocabulary-too-small', {
    expected: `room for ${needed} special tokens and single characters`,
    found: `a vocabulary size of ${found}`,
    remedy,
  });
}
