import { createPause, type WorkEffects } from '../selection/long-work.ts';
import type { SelectedDocuments } from '../selection/select-documents.ts';

/** Tokens of the documents of one source, or of all. */
export interface TokenGroup {
  /** The file that they came from; '' for all. */
  readonly value: string;
  readonly documents: number;
  /** Without the two around each text. */
  readonly tokens: number;
  /** Documents that a model does not read to their end at once. */
  readonly longer: number;
  /** Tokens of those behind what it reads. */
  readonly beyond: number;
}

export interface TokenStatistics {
  /** Tokens that a model reads at once, the two around a text included. */
  readonly limit: number;
  readonly total: TokenGroup;
  readonly bySource: readonly TokenGroup[];
  /** In tokens, in ascending order of the share: the shortest, the quartiles, 95 % and the longest. */
  readonly lengths: readonly { readonly share: number; readonly tokens: number }[];
}

/** What BERT-like models read at once. */
const limit = 512;
/** `[CLS]` and `[SEP]`, or `<s>` and `</s>`. */
const around = 2;
const shares = [0, 0.25, 0.5, 0.75, 0.95, 1];

/** Cuts each document and counts, by source. @throws collection.stopped */
export async function measureTokens(
  { documents, count }: SelectedDocuments,
  countTokens: (text: string) => number,
  effects: WorkEffects,
): Promise<TokenStatistics> {
  const pause = createPause(effects);
  const groups = new Map<string, TokenGroup>();
  const lengths: number[] = [];
  for (const { text, place } of documents) {
    const tokens = countTokens(text);
    lengths.push(tokens);
    groups.set(place.file, add(groups.get(place.file) ?? none(place.file), tokens));
    await pause(lengths.length, count);
  }
  lengths.sort((a, b) => a - b);
  const bySource = [...groups.values()].sort((a, b) => (a.value < b.value ? -1 : 1));
  return {
    limit,
    total: bySource.reduce(sum, none('')),
    bySource,
    lengths: shares.flatMap((share) => {
      const tokens = lengths.at(Math.round(share * (lengths.length - 1)));
      return tokens === undefined ? [] : [{ share, tokens }];
    }),
  };
}

const none = (value: string): TokenGroup => ({
  value,
  documents: 0,
  tokens: 0,
  longer: 0,
  beyond: 0,
});

function add(group: TokenGroup, tokens: number): TokenGroup {
  const beyond = Math.max(0, tokens + around - limit);
  return sum(group, { value: '', documents: 1, tokens, longer: beyond > 0 ? 1 : 0, beyond });
}

function sum(a: TokenGroup, b: TokenGroup): TokenGroup {
  return {
    value: a.value,
    documents: a.documents + b.documents,
    tokens: a.tokens + b.tokens,
    longer: a.longer + b.longer,
    beyond: a.beyond + b.beyond,
  };
}
