import type { ImportCounts } from '#core/storage/document-imports.ts';

/** How far an import is. */
export interface ImportProgress {
  readonly bytesDone: number;
  readonly bytesTotal: number;
  readonly counts: ImportCounts;
  /** Null until something was stored. */
  readonly timeLeftMs: number | null;
}

/**
 * Estimates from the pace of this run alone: what a run before it did, and the time in which it
 * stood still, say nothing of the pace now.
 */
export function createEstimate(nowMs: () => number) {
  let start: { readonly bytes: number; readonly atMs: number } | null = null;
  return {
    begin(bytes: number): void {
      start = { bytes, atMs: nowMs() };
    },
    timeLeftMs(bytesDone: number, bytesTotal: number): number | null {
      if (start === null || bytesDone <= start.bytes) return null;
      const msPerByte = (nowMs() - start.atMs) / (bytesDone - start.bytes);
      return Math.max(0, bytesTotal - bytesDone) * msPerByte;
    },
  };
}
