/** FNV-1a over the characters of a name. */
function hashName(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

const mixer = 0x45d9f3b;
/** A uniform distribution of this width has BERT's standard deviation of 0.02. */
const width = 0.07;

/**
 * Start values that torch_server.py makes bit for bit as well, so that both sides compute the same
 * loss: noise from a hash of name and index for matrices, one for LayerNorm weights, zero for biases.
 */
export function fillParameters(
  parameters: readonly { readonly name: string; readonly values: Float32Array }[],
): void {
  for (const { name, values } of parameters) {
    if (name.endsWith('LayerNorm.weight')) values.fill(1);
    else if (name.endsWith('bias')) values.fill(0);
    else {
      const offset = hashName(name);
      for (let index = 0; index < values.length; index++) {
        let word = (index + offset) | 0;
        word = Math.imul(word ^ (word >>> 16), mixer);
        word = Math.imul(word ^ (word >>> 16), mixer);
        word = (word ^ (word >>> 16)) >>> 0;
        values[index] = (word / 2 ** 32 - 0.5) * width;
      }
    }
  }
}
