import { InferenceSession, Tensor } from '#core/runtime/onnxruntime.ts';
import { assert } from '#core/base/assert.ts';
import { AnamnesisError } from '#core/base/error.ts';
import type { Graph } from '#core/graph/graph.ts';
import { encodeOnnx } from '#core/graph/onnx/encode.ts';
import { lowerToOnnx } from '#core/graph/onnx/lower.ts';

/** A tensor of onnxruntime, in memory or on the device. */
export type { Tensor };
export type NamedTensors = ReadonlyMap<string, Tensor>;

/** A graph compiled for the device. Runs of all programs of a process must not overlap. */
export interface Program {
  /**
   * Computes the outputs. Those that `into` names are written into its tensors, which lie on the
   * device; a tensor may be fed as well, if nothing reads it after the node that writes it. The
   * others are downloaded.
   */
  run(feeds: NamedTensors, into?: NamedTensors): Promise<ReadonlyMap<string, Float32Array>>;
  release(): Promise<void>;
}

/**
 * A node that the WebGPU provider cannot compute would run on the CPU, and its operands would
 * travel with every step: refused when the program is made.
 */
const onDeviceOnly = { session: { disable_cpu_ep_fallback: '1' } };

function refuse(place: string, cause: unknown): AnamnesisError {
  const message = cause instanceof Error ? cause.message : 'an unknown error';
  if (message.includes('WebGPU adapter')) {
    return new AnamnesisError('runtime.unavailable', {
      expected: 'a graphics processor that WebGPU can use',
      found: 'none',
      remedy: 'Run anamnesis doctor: it says what is missing and what to do.',
      place,
      cause,
    });
  }
  if (message.includes('requires f16')) {
    return new AnamnesisError('engine.no-half-precision', {
      expected: 'a graphics processor with half precision (shader-f16)',
      found: 'one without',
      remedy: 'Use precision float32.',
      place,
      cause,
    });
  }
  const fellBack = message.includes('assigned to the default CPU EP');
  return new AnamnesisError('runtime.failed', {
    expected: 'the WebGPU provider of onnxruntime to do its work',
    found: fellBack ? 'operators for which it has no kernels' : message,
    remedy: fellBack
      ? 'Use another engine, and report this with the model’s family.'
      : 'Try smaller batches or another engine; if that fails too, report this.',
    place,
    cause,
  });
}

/** Makes an onnxruntime session whose every node is on the device. @throws runtime.failed, runtime.unavailable */
async function createSession(
  graph: Graph,
  options: InferenceSession.SessionOptions = {},
): Promise<InferenceSession> {
  const model = encodeOnnx(lowerToOnnx(graph, { fusedMatMul: false, webGpu: true }));
  try {
    return await InferenceSession.create(model, {
      executionProviders: ['webgpu'],
      extra: onDeviceOnly,
      logSeverityLevel: 4,
      ...options,
    });
  } catch (cause) {
    throw refuse('onnxruntime-node, create', cause);
  }
}

async function runSession(
  session: InferenceSession,
  feeds: NamedTensors,
  into: NamedTensors,
): Promise<InferenceSession.ReturnType> {
  const fetches = Object.fromEntries(
    session.outputNames.map((name) => [name, into.get(name) ?? null]),
  );
  try {
    return await session.run(Object.fromEntries(feeds), fetches);
  } catch (cause) {
    throw refuse('onnxruntime-node, run', cause);
  }
}

/** Compiles a graph whose sizes are numbers. @throws runtime.failed, runtime.unavailable */
export async function loadProgram(graph: Graph): Promise<Program> {
  const session = await createSession(graph);
  return {
    run: async (feeds, into = new Map<string, Tensor>()) => {
      const results = await runSession(session, feeds, into);
      const downloaded = new Map<string, Float32Array>();
      for (const [name, tensor] of Object.entries(results)) {
        // What was written on the device comes back as a second handle on the same memory.
        if (tensor.location === 'cpu') downloaded.set(name, tensor.data as Float32Array);
        else if (tensor !== into.get(name)) tensor.dispose();
      }
      return downloaded;
    },
    release: () => session.release(),
  };
}

/** Compiles a graph whose outputs become new tensors on the device, to be disposed of by the caller. */
export async function loadAllocator(graph: Graph): Promise<{
  run(feeds: NamedTensors): Promise<ReadonlyMap<string, Tensor>>;
  release(): Promise<void>;
}> {
  const session = await createSession(graph, { preferredOutputLocation: 'gpu-buffer' });
  return {
    run: async (feeds) => {
      const results = await runSession(session, feeds, new Map());
      for (const tensor of Object.values(results)) {
        assert(tensor.location === 'gpu-buffer', 'a result that stays on the device');
      }
      return new Map(Object.entries(results));
    },
    release: () => session.release(),
  };
}
