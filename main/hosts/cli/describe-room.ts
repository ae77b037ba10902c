import type { CompactedDatabase } from '#core/storage/compact.ts';

/** 12.3 MB */
export function formatMegabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** What the database of a workspace gave back after a removal. */
export function describeCompacted({ freedBytes, reusableBytes }: CompactedDatabase): string {
  const reusable =
    reusableBytes === 0
      ? ''
      : `; ${formatMegabytes(reusableBytes)} stay in it for the next entries`;
  return `the database gave back ${formatMegabytes(freedBytes)}${reusable}`;
}
