/** The table of what models make of held-out text. */
export const perplexity = {
  title: 'Perplexity of held-out text',
  caption: 'What each model makes of text that nothing learned from',
  model: 'Model',
  corpus: 'Corpus',
  words: 'Masked words',
  unknown: 'Unknown words',
  ofToken: 'Per token',
  ofWord: 'Per word',
  before: 'before its pre-training',
  note: 'e to the power of the mean −ln P of hidden words, the lower the better; the same words of the same lines for every model. Per token it compares models of one vocabulary only. Words that a vocabulary does not know are not asked for: one that knows few seems better than it is.',
};

export type PerplexityWording = { readonly [Key in keyof typeof perplexity]: string };
