import koffi from 'koffi';
import { assert } from '#core/base/assert.ts';
import { AnamnesisError } from '#core/base/error.ts';
import '#core/runtime/refuse-telemetry.ts';
import { createCell, loadNativeApi } from './c-api.ts';
import type { NativeApi, Pointer } from './c-api.ts';
import { checkTensor } from './check-tensor.ts';
import { resolveLibrary } from './library-path.ts';
import type { NamedTensors, OnnxBinding, OnnxElementType, OnnxSession } from './session.ts';

/** Constants of onnxruntime_c_api.h. */
const elementCodes = { float32: 1, int64: 7, bool: 9 } as const satisfies Record<
  OnnxElementType,
  number
>;
/** Errors come back as statuses and are thrown; printing them as well would only repeat them. */
const logFatalOnly = 4;
const deviceAllocator = 0;
const defaultMemory = 0;

interface NativeTensor {
  readonly shape: readonly number[];
  /** onnxruntime's OrtValue; null once released. */
  value: Pointer;
  /** Keeps the memory behind the value alive. */
  readonly data: ArrayBufferView;
  /** Used after the native call, so that it is not collected while the call reads its address. */
  readonly dimensions: BigInt64Array;
  release(): void;
}

interface NativeEnvironment {
  readonly api: NativeApi;
  readonly environment: Pointer;
  readonly memoryInfo: Pointer;
}

/** onnxruntime has one environment per process, so we keep one and never release it. */
let loaded: NativeEnvironment | undefined;

function loadEnvironment(): NativeEnvironment {
  if (loaded !== undefined) return loaded;
  const { path, version } = resolveLibrary({
    platform: process.platform,
    architecture: process.arch,
  });
  const api = loadNativeApi(path, version);
  const environment = createCell();
  api.check('CreateEnv', logFatalOnly, 'anamnesis', environment.address);
  // Builds for Windows report usage to the operating system as well, unless told not to.
  api.check('DisableTelemetryEvents', environment.read());
  const memoryInfo = createCell();
  api.check('CreateCpuMemoryInfo', deviceAllocator, defaultMemory, memoryInfo.address);
  loaded = { api, environment: environment.read(), memoryInfo: memoryInfo.read() };
  return loaded;
}

/** Names as C strings at fixed addresses, encoded once per session. */
function createNameTable(): (name: string) => bigint {
  const encoded = new Map<string, { bytes: Uint8Array; address: bigint }>();
  return (name) => {
    let entry = encoded.get(name);
    if (entry === undefined) {
      const bytes = new TextEncoder().encode(`${name}\0`);
      entry = { bytes, address: koffi.address(bytes) };
      encoded.set(name, entry);
    }
    return entry.address;
  };
}

/** Two parallel C arrays, of names and of values, as Run takes them. */
function listPointers(tensors: NamedTensors, nameOf: (name: string) => bigint) {
  const names = new BigUint64Array(new ArrayBuffer(8 * tensors.size));
  const values = new BigUint64Array(new ArrayBuffer(8 * tensors.size));
  let index = 0;
  for (const [name, tensor] of tensors) {
    const { value } = tensor as NativeTensor;
    if (value === null) {
      throw new AnamnesisError('runtime.disposed', {
        expected: 'a tensor in use',
        found: `a released tensor for ${name}`,
        remedy: 'Report this with the command that led to it.',
      });
    }
    assert(typeof value === 'bigint', 'tensors of the same binding as the session');
    names[index] = nameOf(name);
    values[index] = value;
    index++;
  }
  return { names, values, count: tensors.size };
}

function createSessionOptions(api: NativeApi, threads: number): Pointer {
  const options = createCell();
  api.check('CreateSessionOptions', options.address);
  api.check('SetSessionLogSeverityLevel', options.read(), logFatalOnly);
  api.check('SetIntraOpNumThreads', options.read(), threads);
  // Patterns are kept for each shape ever met; they win no time here (README.md).
  api.check('DisableMemPattern', options.read());
  // Threads that wait must not take the processor from the session that works.
  api.check('AddSessionConfigEntry', options.read(), 'session.force_spinning_stop', '1');
  return options.read();
}

function wrapSession(api: NativeApi, session: Pointer): OnnxSession {
  const nameOf = createNameTable();
  /** What a run under way reads and writes: kept here so that it is never collected. */
  const inUse = new Set<unknown>();
  return {
    run: async (feeds, fetches) => {
      const inputs = listPointers(feeds, nameOf);
      const outputs = listPointers(fetches, nameOf);
      const kept = { feeds, fetches, inputs, outputs };
      inUse.add(kept);
      try {
        await api.checkAsync(
          'Run',
          session,
          null,
          koffi.address(inputs.names),
          koffi.address(inputs.values),
          inputs.count,
          koffi.address(outputs.names),
          outputs.count,
          koffi.address(outputs.values),
        );
      } finally {
        inUse.delete(kept);
      }
    },
    release: () => {
      api.release('ReleaseSession', session);
      return Promise.resolve();
    },
  };
}

/**
 * onnxruntime's C API through koffi: inputs and outputs are used where they lie, and a step runs
 * on a thread of its own. (The plain binding copies every output and blocks its thread; with the
 * gradients of a base model that costs 0.35 s per step.) Throws `runtime.unavailable`.
 */
export function createNativeBinding(): OnnxBinding {
  const { api, environment, memoryInfo } = loadEnvironment();
  /** Models that a thread reads: kept here so that they are never collected. */
  const loading = new Set<Uint8Array>();
  return {
    name: 'native',
    createTensor: (type, shape, data) => {
      checkTensor(shape, data);
      // In a buffer of its own: small typed arrays otherwise lie on the heap, where they move.
      const dimensions = new BigInt64Array(new ArrayBuffer(8 * shape.length));
      shape.forEach((size, axis) => {
        dimensions[axis] = BigInt(size);
      });
      const cell = createCell();
      api.check(
        'CreateTensorWithDataAsOrtValue',
        memoryInfo,
        koffi.address(data),
        data.byteLength,
        koffi.address(dimensions),
        shape.length,
        elementCodes[type],
        cell.address,
      );
      const tensor: NativeTensor = {
        shape,
        value: cell.read(),
        data,
        dimensions,
        release: () => {
          if (tensor.value !== null) api.release('ReleaseValue', tensor.value);
          tensor.value = null;
        },
      };
      return tensor;
    },
    createSession: async (model, { threads }) => {
      const options = createSessionOptions(api, threads);
      const session = createCell();
      loading.add(model);
      try {
        await api.checkAsync(
          'CreateSessionFromArray',
          environment,
          koffi.address(model),
          model.byteLength,
          options,
          session.address,
        );
      } finally {
        loading.delete(model);
        api.release('ReleaseSessionOptions', options);
      }
      return wrapSession(api, session.read());
    },
  };
}
