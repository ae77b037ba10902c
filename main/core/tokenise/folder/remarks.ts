/** What a folder left open, or said in two ways, and what was made of it; the table says it to the user. */
const tokenizerRemarks = {
  'bytes-left-out':
    'Bytes have no piece, and tokenizer.json names no token for what is unknown: they vanish from the text.',
  'bytes-unknown': 'Bytes have no piece: where a text holds them, the unknown token stands.',
  'class-other':
    'The tokenizer_class is unknown here, or one of another kind of vocabulary: tokenizer.json counts alone.',
  'class-rebuilt':
    'The tokenizer.json holds parts that its tokenizer_class does not have: they count, though transformers from version 5 on builds those of the class instead.',
  'frame-assumed':
    'The tokenizer.json puts other tokens around a text than a beginning and an end: here it has both.',
  'merges-left-out': 'Merges of pieces that the vocabulary lacks are left out.',
  'model-type-assumed': 'The model in tokenizer.json has no type: its parts tell it.',
  'settings-over-file':
    'The tokenizer_config.json says otherwise than tokenizer.json and counts, as in transformers.',
  'settings-unstated':
    'The tokenizer_config.json is silent where transformers then takes another value than tokenizer.json has: that of tokenizer.json counts.',
} as const satisfies Record<string, string>;

export interface TokenizerRemark {
  readonly rule: keyof typeof tokenizerRemarks;
  /** One sentence, with what it is about: names of settings or a number, never a token. */
  readonly detail: string;
}

/** `about`: names of settings, or how many there are. */
export function remark(rule: TokenizerRemark['rule'], about = ''): TokenizerRemark {
  const ending = about === '' ? '' : ` Here: ${about}.`;
  return { rule, detail: `${tokenizerRemarks[rule]}${ending}` };
}
