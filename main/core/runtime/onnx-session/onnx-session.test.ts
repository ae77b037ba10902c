import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { encodeOnnx } from '#core/graph/onnx/encode.ts';
import { chooseOnnxBinding } from './choose.ts';
import { loadNativeApi } from './c-api.ts';
import { resolveLibrary } from './library-path.ts';
import type { OnnxBinding, OnnxBindingName, OnnxTensor } from './session.ts';

const bindings = [
  (await chooseOnnxBinding('native')).binding,
  (await chooseOnnxBinding('portable')).binding,
];

/** rows = table[indices]; sum = accumulated + (keep ? rows : 0) */
const model = encodeOnnx({
  nodes: [
    {
      name: 'gather',
      type: 'Gather',
      domain: '',
      inputs: ['table', 'indices'],
      outputs: ['rows'],
      attributes: { axis: { int: 0 } },
    },
    {
      name: 'where',
      type: 'Where',
      domain: '',
      inputs: ['keep', 'rows', 'zero'],
      outputs: ['kept'],
      attributes: {},
    },
    {
      name: 'add',
      type: 'Add',
      domain: '',
      inputs: ['accumulated', 'kept'],
      outputs: ['sum'],
      attributes: {},
    },
  ],
  initializers: [{ name: 'zero', dataType: 'float32', shape: [], data: [0] }],
  inputs: [
    { name: 'table', dataType: 'float32', shape: [3, 2] },
    { name: 'indices', dataType: 'int64', shape: ['n'] },
    { name: 'keep', dataType: 'bool', shape: ['n', 2] },
    { name: 'accumulated', dataType: 'float32', shape: ['n', 2] },
  ],
  outputs: [
    { name: 'sum', dataType: 'float32', shape: ['n', 2] },
    { name: 'rows', dataType: 'float32', shape: ['n', 2] },
  ],
});

function feedsOf(binding: OnnxBinding, indices: bigint[], sum: OnnxTensor) {
  const table = Float32Array.of(1, 2, 3, 4, 5, 6);
  const n = indices.length;
  const keep = Uint8Array.from({ length: 2 * n }, (_, index) => (index === 1 ? 0 : 1));
  return new Map([
    ['table', binding.createTensor('float32', [3, 2], table)],
    ['indices', binding.createTensor('int64', [n], BigInt64Array.from(indices))],
    ['keep', binding.createTensor('bool', [n, 2], keep)],
    ['accumulated', sum],
  ]);
}

describe.each(bindings)('the $name binding', (binding) => {
  it('reads all element types and writes into the memory it is given, read or not', async () => {
    const session = await binding.createSession(model, { threads: 1 });
    const memory = new WebAssembly.Memory({ initial: 1 });
    const data = new Float32Array(memory.buffer, 64, 4);
    data.set([10, 20, 30, 40]);
    const sum = binding.createTensor('float32', [2, 2], data);
    const feeds = feedsOf(binding, [2n, 0n], sum);
    await session.run(feeds, new Map([['sum', sum]]));
    expect([...data]).toEqual([15, 20, 31, 42]);
    await session.run(feeds, new Map([['sum', sum]]));
    expect([...data]).toEqual([20, 20, 32, 44]);
    for (const tensor of feeds.values()) tensor.release();
    await session.release();
  });

  it('turns a refused model into an error with a code', async () => {
    await expect(
      binding.createSession(Uint8Array.of(1, 2, 3), { threads: 1 }),
    ).rejects.toMatchObject({ code: 'runtime.failed' });
  });

  it('turns a refused run into an error with a code, and works on afterwards', async () => {
    const session = await binding.createSession(model, { threads: 1 });
    const data = new Float32Array(2);
    const sum = binding.createTensor('float32', [1, 2], data);
    const wrong = feedsOf(binding, [7n], sum);
    await expect(session.run(wrong, new Map([['sum', sum]]))).rejects.toMatchObject({
      code: 'runtime.failed',
    });
    await session.run(feedsOf(binding, [1n], sum), new Map([['sum', sum]]));
    expect([...data]).toEqual([3, 0]);
    await session.release();
  });

  it('refuses an output of another shape', async () => {
    const session = await binding.createSession(model, { threads: 1 });
    const sum = binding.createTensor('float32', [2, 2], new Float32Array(4));
    const short = binding.createTensor('float32', [1, 2], new Float32Array(2));
    const feeds = feedsOf(binding, [2n, 0n], sum);
    await expect(session.run(feeds, new Map([['rows', short]]))).rejects.toMatchObject({
      code: 'runtime.failed',
    });
    await session.release();
  });

  it('refuses a tensor that was released', async () => {
    const session = await binding.createSession(model, { threads: 1 });
    const sum = binding.createTensor('float32', [1, 2], new Float32Array(2));
    const feeds = feedsOf(binding, [1n], sum);
    sum.release();
    sum.release();
    await expect(session.run(feeds, new Map([['sum', sum]]))).rejects.toMatchObject({
      code: 'runtime.disposed',
    });
    await session.release();
  });

  it('refuses an array that is shorter than its shape', () => {
    expect(() => binding.createTensor('float32', [2, 2], new Float32Array(3))).toThrow(
      /4 elements/,
    );
  });
});

describe('the choice of a binding', () => {
  it('takes the native one where it loads, and says why', async () => {
    const { binding, reason } = await chooseOnnxBinding();
    expect(binding.name).toBe('native');
    expect(reason).toContain('no copies');
  });

  it('falls back to the portable one where the native one does not load, and says why', async () => {
    const { path, version } = resolveLibrary({ platform: 'linux', architecture: 'x64' });
    const load = async (name: OnnxBindingName) => {
      if (name === 'native') loadNativeApi(`${path}.missing`, version);
      return (await chooseOnnxBinding(name)).binding;
    };
    const { binding, reason } = await chooseOnnxBinding(undefined, load);
    expect(binding.name).toBe('portable');
    expect(reason).toContain('a library that cannot be loaded');
    await expect(chooseOnnxBinding('native', load)).rejects.toMatchObject({
      code: 'runtime.unavailable',
    });
  });

  it('says what to do where neither loads', async () => {
    const load = (name: OnnxBindingName) => Promise.reject(new Error(`no ${name} binding`));
    await expect(chooseOnnxBinding(undefined, load)).rejects.toMatchObject({
      code: 'runtime.unavailable',
      details: {
        found: expect.stringContaining('no native binding') as string,
        remedy: expect.stringContaining('npm ci') as string,
      },
    });
  });

  it('refuses a library of another version than its package', () => {
    const machine = { platform: process.platform, architecture: process.arch };
    expect(() => loadNativeApi(resolveLibrary(machine).path, '0.0.1')).toThrow(
      expect.objectContaining({ code: 'runtime.unavailable' }),
    );
  });
});

describe('memory', () => {
  it('keeps the native library loaded when garbage is collected', () => {
    // In a process of its own, where nothing else holds the library.
    const script = `
      const { createNativeBinding } = await import('#core/runtime/onnx-session/native.ts');
      const binding = createNativeBinding();
      for (let round = 0; round < 3; round++) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        gc();
        binding.createTensor('float32', [2], new Float32Array(2)).release();
      }`;
    execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '--eval', script]);
  });

  it('keeps the dimensions of a tensor while onnxruntime reads them', () => {
    // Garbage is collected after their address was taken and before the native call. Only optimised
    // code lets go of what it does not use again.
    const script = `
      const { createNativeBinding } = await import('#core/runtime/onnx-session/native.ts');
      const { createTensor } = createNativeBinding();
      const data = new Float32Array(6);
      let collects = false;
      let litter;
      const shape = new Proxy([2, 3], {
        get: (sizes, name) => {
          if (collects && name === 'length') {
            gc();
            gc();
            litter = Array.from({ length: 20_000 }, () => new BigInt64Array(2).fill(-1n));
          }
          return Reflect.get(sizes, name);
        },
      });
      const create = () => createTensor('float32', shape, data).release();
      %PrepareFunctionForOptimization(createTensor);
      for (let round = 0; round < 100; round++) create();
      %OptimizeFunctionOnNextCall(createTensor);
      create();
      const optimised = 16;
      if ((%GetOptimizationStatus(createTensor) & optimised) === 0) throw new Error('shows nothing');
      collects = true;
      for (let round = 0; round < 5; round++) create();`;
    const flags = ['--expose-gc', '--allow-natives-syntax', '--input-type=module'];
    execFileSync(process.execPath, [...flags, '--eval', script]);
  });

  it('does not grow over thousands of native runs, tensors and sessions', async () => {
    const [binding] = bindings;
    const work = async (sessions: number, runs: number) => {
      for (let index = 0; index < sessions; index++) {
        const session = await binding.createSession(model, { threads: 1 });
        for (let run = 0; run < runs; run++) {
          const sum = binding.createTensor('float32', [1, 2], new Float32Array(2));
          const feeds = feedsOf(binding, [BigInt(run % 3)], sum);
          await session.run(feeds, new Map([['sum', sum]]));
          for (const tensor of feeds.values()) tensor.release();
        }
        await session.release();
      }
    };
    await work(20, 200);
    const before = process.memoryUsage.rss();
    await work(60, 200);
    expect(process.memoryUsage.rss() - before).toBeLessThan(40e6);
  });
});
