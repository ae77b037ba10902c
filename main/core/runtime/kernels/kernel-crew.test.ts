import wabt from 'wabt';
import { describe, expect, it } from 'vitest';
import { KernelCrew } from './kernel-crew.ts';
import { allocateSharedMemory } from './shared-memory.ts';

/** Counts who is there and waits until all are, for at most ten seconds; then leaves a 1 behind. */
const meeting = `
(module
  (import "engine" "memory" (memory 1 1 shared))
  (func (export "meet") (param $place i32) (param $expected i32)
    (local $present i32)
    (drop (i32.atomic.rmw.add (local.get $place) (i32.const 1)))
    (drop (memory.atomic.notify (local.get $place) (i32.const 100)))
    (loop $again
      (local.set $present (i32.atomic.load (local.get $place)))
      (if (i32.lt_u (local.get $present) (local.get $expected))
        (then
          (br_if $again
            (i32.ne
              (memory.atomic.wait32
                (local.get $place) (local.get $present) (i64.const 10000000000))
              (i32.const 2)))
          (i32.store offset=4 (local.get $place) (i32.const 1)))))))`;

async function openCrew(parts: number, threads: number) {
  const toolkit = await wabt();
  const { buffer } = toolkit.parseWat('meet.wat', meeting, { threads: true }).toBinary({});
  const module = new WebAssembly.Module(Uint8Array.from(buffer));
  const memory = allocateSharedMemory(72);
  const work = {
    module,
    exportNames: ['meet'],
    memories: [memory],
    parts: Array.from({ length: parts }, () => ({ memory: 0, place: [64], setting: 0 })),
    settingCount: 1,
    settingSize: 1,
  };
  return { crew: new KernelCrew(work, threads), seen: new Int32Array(memory.buffer, 64, 2) };
}

describe('a crew of threads', () => {
  it('has as many threads at work at once as it was asked for', async () => {
    const { crew, seen } = await openCrew(3, 3);
    // Each of three parts ends only when all three have begun.
    crew.run('meet', [[3]]);
    expect([...seen]).toEqual([3, 0]);
    await crew.dispose();
  });

  it('makes each call once in each of many runs, some of which end before others come', async () => {
    const { crew, seen } = await openCrew(20, 4);
    for (let run = 1; run <= 500; run++) {
      crew.run('meet', [[0]]);
      expect(seen[0]).toBe(20 * run);
    }
    await crew.dispose();
  });

  it('of one thread works alone, and works on when the others have been let go', async () => {
    const { crew, seen } = await openCrew(2, 1);
    crew.run('meet', [[1]]);
    await crew.dispose();
    crew.run('meet', [[1]]);
    expect([...seen]).toEqual([4, 0]);
  });
});
