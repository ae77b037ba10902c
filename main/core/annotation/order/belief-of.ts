import { entropyOf } from '#core/domain/class-probabilities.ts';

/** What a model thinks of a text. */
export interface Belief {
  readonly labels: readonly string[];
  /** How likely each label is: of a class, or that there is a mention of a type. */
  readonly probabilities: readonly number[];
  /** How unsure it is, in bits: of the class, or of a word of the text. */
  readonly doubt: number;
}

type Said =
  | {
      readonly kind: 'classification';
      readonly classes: readonly { readonly name: string; readonly probability: number }[];
    }
  | {
      /** Labels that are judged each by itself. */
      readonly kind: 'multi-label';
      readonly labels: readonly { readonly name: string; readonly probability: number }[];
    }
  | {
      readonly kind: 'entities';
      readonly mentions: readonly { readonly type: string; readonly score: number }[];
      readonly doubt: number;
    };

/**
 * Of a model that finds mentions a text has one of a type as surely as the surest of them. Its doubt is
 * the mean over all words, also of those where it finds nothing: a text without mentions may be one that
 * it does not know. Of labels that are judged each by itself it is that of the answer that is least sure.
 * `types` are those of the scheme, in its order.
 */
export function beliefOf(said: Said, types: readonly string[]): Belief {
  if (said.kind === 'classification') {
    const probabilities = said.classes.map(({ probability }) => probability);
    return {
      labels: said.classes.map(({ name }) => name),
      probabilities,
      doubt: entropyOf(probabilities),
    };
  }
  if (said.kind === 'multi-label') {
    const probabilities = said.labels.map(({ probability }) => probability);
    return {
      labels: said.labels.map(({ name }) => name),
      probabilities,
      doubt: probabilities.reduce((most, each) => Math.max(most, entropyOf([each, 1 - each])), 0),
    };
  }
  return {
    labels: types,
    probabilities: types.map((type) =>
      said.mentions.reduce(
        (most, each) => (each.type === type ? Math.max(most, each.score) : most),
        0,
      ),
    ),
    doubt: said.doubt,
  };
}
