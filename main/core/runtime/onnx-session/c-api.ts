import koffi from 'koffi';
import type { LibraryHandle, TypeObject } from 'koffi';
import { AnamnesisError } from '#core/base/error.ts';

/** An address in the process, as koffi hands it over; null is C's NULL. */
export type Pointer = bigint | null;

/**
 * The few functions of onnxruntime's C API that we call: index in the table `OrtApi`
 * (onnxruntime_c_api.h), result, parameters. The table only ever grows at its end by onnxruntime's
 * promise (asserted in its sources: ReleaseCustomOpDomain stays at 101, SetGlobalSpinControl at
 * 149), so an index holds for every later version.
 */
const signatures = {
  GetErrorMessage: [2, 'str', ['void *']],
  CreateEnv: [3, 'void *', ['int', 'str', 'void *']],
  DisableTelemetryEvents: [6, 'void *', ['void *']],
  CreateSessionFromArray: [8, 'void *', ['void *', 'void *', 'size_t', 'void *', 'void *']],
  Run: [
    9,
    'void *',
    ['void *', 'void *', 'void *', 'void *', 'size_t', 'void *', 'size_t', 'void *'],
  ],
  CreateSessionOptions: [10, 'void *', ['void *']],
  DisableMemPattern: [17, 'void *', ['void *']],
  SetSessionLogSeverityLevel: [22, 'void *', ['void *', 'int']],
  SetIntraOpNumThreads: [24, 'void *', ['void *', 'int']],
  CreateTensorWithDataAsOrtValue: [
    49,
    'void *',
    ['void *', 'void *', 'size_t', 'void *', 'size_t', 'int', 'void *'],
  ],
  CreateCpuMemoryInfo: [69, 'void *', ['int', 'int', 'void *']],
  ReleaseStatus: [93, 'void', ['void *']],
  ReleaseSession: [95, 'void', ['void *']],
  ReleaseValue: [96, 'void', ['void *']],
  ReleaseSessionOptions: [100, 'void', ['void *']],
  AddSessionConfigEntry: [130, 'void *', ['void *', 'str', 'str']],
} as const satisfies Record<string, readonly [number, string, readonly string[]]>;

type FunctionName = keyof typeof signatures;
type Argument = Pointer | number | string;

interface NativeFunction {
  (...values: Argument[]): unknown;
  async(...values: (Argument | ((error: unknown, result: unknown) => void))[]): void;
}

/** The API version whose table holds every function above; 23 is what was tested first. */
const apiVersion = 23;

const pointerBytes = 8;

function readFunction(table: Pointer, index: number, prototype: TypeObject): NativeFunction {
  const address = koffi.decode(table, index * pointerBytes, 'void *') as Pointer;
  return koffi.decode(address, prototype) as NativeFunction;
}

/** A pointer-sized cell into which C writes a result; off the JavaScript heap, so it never moves. */
export function createCell(): { readonly address: Pointer; read(): Pointer } {
  const cell = new BigUint64Array(new ArrayBuffer(pointerBytes));
  return { address: koffi.address(cell), read: () => cell[0] };
}

export interface NativeApi {
  /**
   * Must be held as long as any function is called: koffi unloads a library whose handle is
   * collected, and does not count functions that were read from a table.
   */
  readonly library: LibraryHandle;
  /** onnxruntime's version, such as 1.30.0. */
  readonly version: string;
  /** Calls a function that returns a status; throws `runtime.failed` when it is an error. */
  check(name: FunctionName, ...values: Argument[]): void;
  /** The same on a thread of the pool; every array behind an address must be kept alive. */
  checkAsync(name: FunctionName, ...values: Argument[]): Promise<void>;
  /** Calls a function that cannot fail. */
  release(name: 'ReleaseSession' | 'ReleaseValue' | 'ReleaseSessionOptions', value: Pointer): void;
}

/**
 * Loads the shared library at `path` and reads its function table. Throws `runtime.unavailable`
 * when the file cannot be loaded or is another version than the package it belongs to.
 */
export function loadNativeApi(path: string, packageVersion: string): NativeApi {
  const unavailable = (found: string, cause?: unknown) =>
    new AnamnesisError('runtime.unavailable', {
      expected: `onnxruntime ${packageVersion} with C API version ${apiVersion}`,
      found,
      remedy: 'Install the program’s packages again (npm ci).',
      place: path,
      cause,
    });
  let library: LibraryHandle;
  try {
    library = koffi.load(path);
  } catch (cause) {
    throw unavailable('a library that cannot be loaded', cause);
  }
  const base = library.func('OrtGetApiBase', 'void *', [])() as Pointer;
  const version = readFunction(base, 1, koffi.proto('str', []))() as string;
  if (version !== packageVersion) throw unavailable(`version ${version}`);
  const table = readFunction(base, 0, koffi.proto('void *', ['uint32']))(apiVersion) as Pointer;
  if (table === null) throw unavailable('an older C API');

  const functions = Object.fromEntries(
    Object.entries(signatures).map(([name, [index, result, parameters]]) => [
      name,
      readFunction(table, index, koffi.proto(result, [...parameters])),
    ]),
  ) as Record<FunctionName, NativeFunction>;

  const throwOnError = (name: FunctionName, status: Pointer) => {
    if (status === null) return;
    const message = functions.GetErrorMessage(status) as string;
    functions.ReleaseStatus(status);
    throw new AnamnesisError('runtime.failed', {
      expected: 'onnxruntime to do its work',
      found: message,
      remedy: 'Try smaller batches; if that fails too, report this.',
      place: `onnxruntime ${version}, ${name}`,
    });
  };

  return {
    library,
    version,
    check: (name, ...values) => {
      throwOnError(name, functions[name](...values) as Pointer);
    },
    checkAsync: async (name, ...values) => {
      const status = await new Promise<Pointer>((resolve, reject) => {
        functions[name].async(...values, (error, result) => {
          if (error === null || error === undefined) resolve(result as Pointer);
          else reject(error instanceof Error ? error : new Error('koffi refused a call'));
        });
      });
      throwOnError(name, status);
    },
    release: (name, value) => {
      functions[name](value);
    },
  };
}
