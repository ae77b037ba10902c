export const passphrase = 'correct horse battery staple';
export const cheapScrypt = { N: 2 ** 4, r: 8, p: 1 };

/** Stands for the text of a note: it must not be found in any file. */
export const marker = 'ZAPALENIE-PŁUC-MARKER';

/** What the child says it has done for good. */
export type Done =
  | { readonly kind: 'ready' }
  | { readonly kind: 'model'; readonly id: string; readonly blobId: string }
  | { readonly kind: 'corpus'; readonly id: string; readonly lineCount: number }
  | { readonly kind: 'dataset'; readonly id: string; readonly exampleCount: number }
  | { readonly kind: 'state'; readonly id: string; readonly step: number }
  | { readonly kind: 'run'; readonly id: string };
