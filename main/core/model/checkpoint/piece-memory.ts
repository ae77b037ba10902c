/** Gives memory of at least so many bytes. */
export type TakeMemory = (byteLength: number) => ArrayBuffer;

/** How much of a large thing is in memory at once. */
export const pieceBytes = 4_194_304;

/**
 * Gives the same two stretches of memory in turn, so that one can be filled while the other is
 * worked on. New memory for every piece would cost about as much time as reading it: the system
 * clears it, and the garbage collector gives it back.
 */
export function takeInTurn(): TakeMemory {
  const kept = [new ArrayBuffer(0), new ArrayBuffer(0)];
  let turn = 0;
  return (byteLength) => {
    turn = 1 - turn;
    if (kept[turn].byteLength < byteLength) kept[turn] = new ArrayBuffer(byteLength);
    return kept[turn];
  };
}
