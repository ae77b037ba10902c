import { InferenceSession, Tensor } from '#core/runtime/onnxruntime.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { checkTensor } from './check-tensor.ts';
import type { NamedTensors, OnnxBinding, OnnxElementType, OnnxSession } from './session.ts';

interface PortableTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array | BigInt64Array | Uint8Array;
  /** null once released. */
  tensor: Tensor | null;
  release(): void;
}

function refuse(place: string, cause: unknown): AnamnesisError {
  return new AnamnesisError('runtime.failed', {
    expected: 'onnxruntime to do its work',
    found: cause instanceof Error ? cause.message : 'an unknown error',
    remedy: 'Try smaller batches; if that fails too, report this.',
    place,
    cause,
  });
}

function unwrap(name: string, tensor: PortableTensor): Tensor {
  if (tensor.tensor !== null) return tensor.tensor;
  throw new AnamnesisError('runtime.disposed', {
    expected: 'a tensor in use',
    found: `a released tensor for ${name}`,
    remedy: 'Report this with the command that led to it.',
  });
}

/** onnxruntime-node returns outputs in arrays of its own; they are copied to where they belong. */
function storeOutput(name: string, output: Tensor, target: PortableTensor): void {
  const fits =
    output.dims.length === target.shape.length &&
    output.dims.every((size, axis) => size === target.shape[axis]);
  if (!fits) {
    throw refuse(
      'onnxruntime-node',
      new Error(`output ${name} is [${output.dims.join()}], not [${target.shape.join()}]`),
    );
  }
  if (target.data instanceof BigInt64Array) target.data.set(output.data as BigInt64Array);
  else target.data.set(output.data as Float32Array | Uint8Array);
}

function wrapSession(session: InferenceSession): OnnxSession {
  const unwrapAll = (tensors: NamedTensors) =>
    Object.fromEntries(
      [...tensors].map(([name, tensor]) => [name, unwrap(name, tensor as PortableTensor)]),
    );
  return {
    run: async (feeds, fetches) => {
      const inputs = unwrapAll(feeds);
      // Asked for by name: handing tensors over would not spare the copy.
      const names = Object.keys(unwrapAll(fetches));
      let outputs: InferenceSession.ReturnType;
      try {
        outputs = await session.run(inputs, names);
      } catch (cause) {
        throw refuse('onnxruntime-node, run', cause);
      }
      for (const [name, target] of fetches) {
        storeOutput(name, outputs[name], target as PortableTensor);
      }
    },
    release: () => session.release(),
  };
}

/** The package onnxruntime-node as it is: runs wherever it does, copies outputs. */
export function createPortableBinding(): OnnxBinding {
  return {
    name: 'portable',
    createTensor: (type, shape, data) => {
      checkTensor(shape, data);
      const elementType: OnnxElementType = type;
      const tensor: PortableTensor = {
        shape,
        data,
        tensor: new Tensor(elementType, data, shape),
        release: () => {
          tensor.tensor = null;
        },
      };
      return tensor;
    },
    createSession: async (model, { threads }) => {
      try {
        const session = await InferenceSession.create(model, {
          executionProviders: ['cpu'],
          intraOpNumThreads: threads,
          enableMemPattern: false,
          logSeverityLevel: 4,
          extra: { session: { force_spinning_stop: '1' } },
        });
        return wrapSession(session);
      } catch (cause) {
        throw refuse('onnxruntime-node, create', cause);
      }
    },
  };
}
