import { createTensorMemory, type StoredTensor } from './tensor-source.ts';

/**
 * Whether two stored tensors of one shape are the same, by place or else by value. They are read
 * piece by piece: those that are compared, a model's output matrix and its word embeddings, are the
 * two largest that there are.
 */
export async function haveEqualValues(a: StoredTensor, b: StoredTensor): Promise<boolean> {
  if (a.identity === b.identity) return true;
  if (a.shape.join() !== b.shape.join()) return false;
  const others = b.stream(createTensorMemory())[Symbol.asyncIterator]();
  for await (const piece of a.stream(createTensorMemory())) {
    const other = await others.next();
    if (other.done === true || !sameValues(piece, other.value)) return false;
  }
  return true;
}

function sameValues(a: Float32Array, b: Float32Array): boolean {
  if (a.length !== b.length) return false;
  // A plain loop, since the embeddings of many languages have 10⁸ values.
  for (let index = 0; index < a.length; index++) {
    if (a[index] !== b[index]) return false;
  }
  return true;
}
