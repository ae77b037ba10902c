import { createRequire } from 'node:module';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeTensorflow, loadTensorflow, searchTensorflow } from './load-tensorflow.ts';

const gpuPackage = '@tensorflow/tfjs-node-gpu';
const cpuPackage = '@tensorflow/tfjs-node';

/** What tfjs-node 4.22 says where npm did not run its install script. */
const withoutLibrary = `The Node.js native addon module (tfjs_binding.node) can not be found at path: /app/node_modules/${gpuPackage}/lib/napi-v8/tfjs_binding.node. \nPlease run command 'npm rebuild ${gpuPackage} --build-addon-from-source' to rebuild the native addon module.`;

/** tfjs-core as if its backend computed on a GPU. */
const onGpu = { ...tf, backend: () => ({ isUsingGpuDevice: true }) };

/** As `require`: what is not named is not installed, which is asked of a folder without packages. */
const loaderOf = (installed: Record<string, unknown>) => (name: string) => {
  if (!(name in installed)) return createRequire('/nowhere/index.js')(name) as unknown;
  const found = installed[name];
  if (found instanceof Error) throw found;
  return found;
};

beforeAll(async () => {
  tf.env().set('IS_TEST', true);
  await tf.setBackend('cpu');
});

describe('the search for TensorFlow.js', () => {
  it('says of each package that is not installed what to do', () => {
    const { found, refused } = searchTensorflow(loaderOf({}));
    expect(found).toBeNull();
    expect(refused.map(({ packageName }) => packageName)).toEqual([gpuPackage, cpuPackage]);
    for (const { packageName, reason, remedy } of refused) {
      expect(reason).toBe(`the package ${packageName} is not installed`);
      expect(remedy).toContain(`npm install --no-save ${packageName}@`);
      expect(remedy).toContain('TFJS_NODE_CDN_STORAGE');
      expect(remedy).toContain('build/build-tensorflow.sh');
    }
  });

  it('takes the GPU package where it finds a GPU', () => {
    const { found, refused } = searchTensorflow(loaderOf({ [gpuPackage]: onGpu }));
    expect(found?.engine).toBe('tensorflow-gpu');
    expect(refused).toEqual([]);
  });

  it('computes on the CPU with the GPU package where it finds no GPU, and says why', () => {
    const { found, refused } = searchTensorflow(loaderOf({ [gpuPackage]: tf }));
    expect(found?.engine).toBe('tensorflow-cpu');
    expect(refused).toEqual([
      expect.objectContaining({ reason: 'TensorFlow finds no GPU that it can use' }),
    ]);
    expect(refused[0].remedy).toContain('CUDA and cuDNN');
  });

  it('falls back to the CPU package where the GPU package has no library', () => {
    const installed = { [gpuPackage]: new Error(withoutLibrary), [cpuPackage]: tf };
    const { found, refused } = searchTensorflow(loaderOf(installed));
    expect(found?.engine).toBe('tensorflow-cpu');
    expect(refused[0].reason).toContain('is installed but does not load');
    expect(refused[0].remedy).toContain(`npm rebuild ${gpuPackage}`);
    expect(refused[0].remedy).toContain('TFJS_NODE_CDN_STORAGE');
    expect(refused[0].remedy).toContain('build/build-tensorflow.sh');
  });

  it('passes over a package that loads but cannot compute', () => {
    const broken = {
      ...tf,
      matMul: () => {
        throw new TypeError('util_1.isNullOrUndefined is not a function');
      },
    };
    const { found, refused } = searchTensorflow(
      loaderOf({ [gpuPackage]: broken, [cpuPackage]: tf }),
    );
    expect(found?.tensorflow).toBe(tf);
    expect(refused[0].reason).toContain('isNullOrUndefined is not a function');
  });

  it('supplies what Node 23 removed and tfjs-node calls', () => {
    searchTensorflow(loaderOf({}));
    const util = createRequire(import.meta.url)('node:util') as {
      isNullOrUndefined: (value: unknown) => boolean;
    };
    expect([null, undefined, 0, ''].map(util.isNullOrUndefined)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the description of TensorFlow.js', () => {
  const withBackend = (backend: object) => ({ ...tf, backend: () => backend }) as typeof tf;

  it('names the version of its native library', () => {
    const native = withBackend({ binding: { TF_Version: '2.21.0' } });
    expect(describeTensorflow(native)).toBe('TensorFlow 2.21.0, native code');
  });

  it('does without where the library says none', () => {
    expect(describeTensorflow(withBackend({}))).toBe(
      'TensorFlow of an unknown version, native code',
    );
  });
});

describe('loading TensorFlow.js for an engine', () => {
  it('gives the engine that is there and refuses the other with a remedy', () => {
    const load = loaderOf({ [cpuPackage]: tf });
    expect(loadTensorflow('tensorflow-cpu', load)).toBe(tf);
    expect(() => loadTensorflow('tensorflow-gpu', load)).toThrow(
      expect.objectContaining({ code: 'runtime.unavailable' }),
    );
  });
});
