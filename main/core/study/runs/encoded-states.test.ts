import { describe, expect, it } from 'vitest';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { ScratchFile } from '#core/storage/scratch-file.ts';
import { EncodedStates } from './encoded-states.ts';

const ofExample = (example: number) => Float32Array.from({ length: 8 }, (_, k) => example + k / 8);

/** Counts the files that are open. */
function watchScratch() {
  const workspace = newWorkspace();
  const counts = { opened: 0, open: 0 };
  const openScratch = (): ScratchFile => {
    const file = workspace.openScratch();
    counts.opened++;
    counts.open++;
    return {
      ...file,
      close: () => {
        counts.open--;
        file.close();
      },
    };
  };
  return { counts, openScratch };
}

describe('states of frozen encoders', () => {
  it('are the same from memory and from the file, and take no more memory than they may', async () => {
    const { counts, openScratch } = watchScratch();
    // Three examples of 32 bytes.
    const states = new EncodedStates(openScratch, 100);
    const read = await states.use(
      { task: 'screen', model: 'base' },
      (store) => {
        for (let example = 0; example < 10; example++) store.put(example, ofExample(example));
        return Promise.resolve();
      },
      (store) => Promise.resolve([9, 0, 4, 4, 2, 3].map((example) => store.read(example))),
    );
    expect(read).toEqual([9, 0, 4, 4, 2, 3].map(ofExample));
    expect(counts).toEqual({ opened: 1, open: 1 });
    const unknown = states.use(
      { task: 'screen', model: 'base' },
      () => Promise.resolve(),
      (store) => Promise.resolve().then(() => store.read(10)),
    );
    await expect(unknown).rejects.toThrow('that were put');
    states.close();
    expect(counts.open).toBe(0);
  });

  it('are made once for a task and a model, and forgotten when another task begins', async () => {
    const { counts, openScratch } = watchScratch();
    const states = new EncodedStates(openScratch, 0);
    const made: string[] = [];
    const use = (task: string, model: string) =>
      states.use(
        { task, model },
        (store) => {
          made.push(`${task} ${model}`);
          store.put(0, ofExample(made.length));
          return Promise.resolve();
        },
        (store) => Promise.resolve(store.read(0)[0]),
      );
    expect(await use('screen', 'a')).toBe(1);
    expect(await use('screen', 'b')).toBe(2);
    expect(await use('screen', 'a')).toBe(1);
    expect(counts.open).toBe(2);
    expect(await use('entities', 'a')).toBe(3);
    expect(counts.open).toBe(1);
    expect(made).toEqual(['screen a', 'screen b', 'entities a']);
    states.close();
  });

  it('are not kept where the encoder was stopped half-way', async () => {
    const { counts, openScratch } = watchScratch();
    const states = new EncodedStates(openScratch, 0);
    const of = { task: 'screen', model: 'a' };
    const stopped = states.use(
      of,
      (store) => {
        store.put(0, ofExample(0));
        return Promise.reject(new Error('stopped'));
      },
      () => Promise.resolve(0),
    );
    await expect(stopped).rejects.toThrow('stopped');
    expect(counts.open).toBe(0);
    let again = 0;
    await states.use(
      of,
      () => {
        again++;
        return Promise.resolve();
      },
      () => Promise.resolve(0),
    );
    expect(again).toBe(1);
  });
});
