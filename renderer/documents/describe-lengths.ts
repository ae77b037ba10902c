import type { DocumentsMessages } from '../messages/documents/messages.ts';
import type { Formats } from '../format/formats.ts';

/** Lengths in ascending order of their share, from the shortest to the longest, as people say them. */
export function describeLengths(
  lengths: readonly { readonly share: number; readonly length: number }[],
  say: Pick<DocumentsMessages, 'shortest' | 'longest' | 'lengthAt'>,
  format: Pick<Formats, 'count' | 'share' | 'list'>,
): string {
  const parts = lengths.map(({ share, length }) => {
    const told = format.count(length);
    if (share === 0) return say.shortest(told);
    return share === 1 ? say.longest(told) : say.lengthAt(format.share(share), told);
  });
  return format.list(parts);
}
