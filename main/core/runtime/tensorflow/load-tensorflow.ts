import { createRequire } from 'node:module';
import { AnamnesisError } from '#core/base/error.ts';
import type { TensorflowModule } from './module.ts';

export type TensorflowEngine = 'tensorflow-gpu' | 'tensorflow-cpu';

/** Why an engine is not there, in words for the user. */
interface Refusal {
  readonly packageName: string;
  readonly reason: string;
  readonly remedy: string;
}

export interface TensorflowSearch {
  /** The one TensorFlow.js of this process, and what it computes on. */
  readonly found: {
    readonly engine: TensorflowEngine;
    readonly tensorflow: TensorflowModule;
  } | null;
  readonly refused: readonly Refusal[];
}

/** Loads a package as `require` does; throws where it is missing or broken. */
export type LoadPackage = (name: string) => unknown;

const packages = ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node'] as const;
type PackageName = (typeof packages)[number];

const mirror =
  'Behind a firewall, first set TFJS_NODE_CDN_STORAGE to a mirror of storage.googleapis.com that has libtensorflow';
const build =
  'or, on Linux, build it from a TensorFlow wheel of PyPI with build/build-tensorflow.sh: docs/engines.md says how.';

/**
 * TensorFlow.js calls `util.isNullOrUndefined` and `util.isArray`, of which Node 23 removed the
 * first and warns of the second. Must come before the package is loaded.
 */
function supplyRemovedFunctions(): void {
  const util = createRequire(import.meta.url)('node:util') as Record<string, unknown>;
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  util.isArray = Array.isArray;
}

function refuseBroken(packageName: PackageName, error: unknown): Refusal {
  const message = error instanceof Error ? error.message.split('\n')[0].trim() : 'an unknown error';
  if (message.includes(`'${packageName}'`)) {
    return {
      packageName,
      reason: `the package ${packageName} is not installed`,
      remedy: `Run npm install --no-save ${packageName}@4.22.0, which downloads its native library. ${mirror}; ${build}`,
    };
  }
  return {
    packageName,
    reason: `the package ${packageName} is installed but does not load: ${message}`,
    remedy: `Run npm rebuild ${packageName}, which downloads its native library. ${mirror}; ${build}`,
  };
}

/** Computes a product, so that what loads but cannot compute is found now and not in a training. */
function tryOut(tensorflow: TensorflowModule): void {
  const [product] = tensorflow.tidy(() => {
    const three = tensorflow.tensor(Float32Array.of(3), [1, 1], 'float32');
    return tensorflow.matMul(three, three).dataSync();
  });
  if (product !== 9) throw new Error(`3 · 3 gave ${product}`);
}

/** What tfjs-node's backend says of itself; others say nothing. */
interface NativeBackend {
  readonly isUsingGpuDevice?: boolean;
  readonly binding?: { readonly TF_Version: string };
}

const backendOf = (tensorflow: TensorflowModule) => tensorflow.backend() as NativeBackend;

/** For people: the version of the native library, which need not be the one that the package downloads. */
export function describeTensorflow(tensorflow: TensorflowModule): string {
  const { binding } = backendOf(tensorflow);
  return `TensorFlow ${binding?.TF_Version ?? 'of an unknown version'}, native code`;
}

/**
 * Looks for TensorFlow.js with native code: tfjs-node-gpu if it is there and works, tfjs-node next.
 * The GPU package on a machine without a usable GPU computes on the CPU. Both register the same
 * backend, so a process loads at most one of them.
 */
export function searchTensorflow(load: LoadPackage): TensorflowSearch {
  supplyRemovedFunctions();
  // TensorFlow takes all of a GPU's memory otherwise, also from our own engine for GPUs.
  process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= 'true';
  // No advice on how to compile TensorFlow: warnings and errors only.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '1';
  const refused: Refusal[] = [];
  for (const packageName of packages) {
    try {
      const tensorflow = load(packageName) as TensorflowModule;
      tryOut(tensorflow);
      if (backendOf(tensorflow).isUsingGpuDevice === true)
        return { found: { engine: 'tensorflow-gpu', tensorflow }, refused };
      if (packageName === '@tensorflow/tfjs-node-gpu') {
        refused.push({
          packageName,
          reason: 'TensorFlow finds no GPU that it can use',
          remedy:
            'It needs an NVIDIA driver, and on LD_LIBRARY_PATH the libraries of the CUDA and cuDNN that its TensorFlow was made for: 11.2 and 8.1 for the one that the package downloads.',
        });
      }
      return { found: { engine: 'tensorflow-cpu', tensorflow }, refused };
    } catch (error) {
      refused.push(refuseBroken(packageName, error));
    }
  }
  return { found: null, refused };
}

let search: TensorflowSearch | undefined;

/**
 * TensorFlow.js for one of the two engines. Throws `runtime.unavailable` with the reason and what
 * would help.
 */
export function loadTensorflow(
  engine: TensorflowEngine,
  load: LoadPackage = createRequire(import.meta.url),
): TensorflowModule {
  search ??= searchTensorflow(load);
  const { found, refused } = search;
  if (found?.engine === engine) return found.tensorflow;
  // The GPU package says best why there is no GPU; either package may serve the CPU.
  const [refusal] = engine === 'tensorflow-gpu' ? refused : refused.slice(-1);
  throw new AnamnesisError('runtime.unavailable', {
    expected: `TensorFlow.js for ${engine}`,
    found: refusal?.reason ?? 'the process computes on the GPU',
    remedy: refusal?.remedy ?? 'Use tensorflow-gpu.',
  });
}
