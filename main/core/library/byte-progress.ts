/** Hears how far a long work on a model is; both in bytes. */
export type ByteProgress = (doneBytes: number, totalBytes: number) => void;

/** Adds up pieces of a work of known size; what is told never passes that size. */
export function countBytes(
  totalBytes: number,
  onProgress: ByteProgress = () => undefined,
): (count: number) => void {
  let doneBytes = 0;
  return (count) => {
    doneBytes = Math.min(totalBytes, doneBytes + count);
    onProgress(doneBytes, totalBytes);
  };
}
