import { mkdirSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

import { RandomStream } from '#core/base/random-stream.ts';
import { bytesOf, layOutSafetensors } from '#core/model/checkpoint/safetensors-layout.ts';
import { listWeights, toStoredName } from '#core/model/checkpoint/weight-names.ts';
import { writeConfiguration } from '#core/model/checkpoint/write-configuration.ts';
import { encoderOf, type ModelSize } from '../model-shapes.ts';

const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
/** A piece of random values, written again and again: neither disk nor cipher looks for repeats. */
const pieceValues = 1_048_576;

/** A folder with a whole BERT of this size, as somebody would bring it. Returns its weights' bytes. */
export async function writeLargeCheckpoint(folder: string, size: ModelSize): Promise<number> {
  const encoder = encoderOf(size);
  const head = { kind: 'masked-language-model' } as const;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'config.json'),
    writeConfiguration({ encoder, family: 'bert', head, labels: null, paddingId: 0 }),
  );
  const pieces = Array.from(
    { length: encoder.vocabularySize },
    (_, id) => special[id] ?? `piece${id}`,
  );
  writeFileSync(join(folder, 'vocab.txt'), `${pieces.join('\n')}\n`);
  const tensors = [...listWeights(encoder, head)].map(([name, shape]) => ({
    name: toStoredName(name, 'bert', head),
    shape,
    count: shape.reduce((product, length) => product * length, 1),
  }));
  const stream = new RandomStream(1, 'large-checkpoint');
  const piece = bytesOf(Float32Array.from({ length: pieceValues }, () => stream.normal()));
  const file = await open(join(folder, 'model.safetensors'), 'wx');
  try {
    await file.writeFile(layOutSafetensors(tensors, { format: 'pt' }));
    for (const { count } of tensors) {
      for (let left = 4 * count; left > 0; left -= piece.length) {
        await file.writeFile(piece.subarray(0, Math.min(left, piece.length)));
      }
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return tensors.reduce((sum, { count }) => sum + 4 * count, 0);
}
