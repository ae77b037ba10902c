import { listSupportedBackends } from '#core/runtime/onnxruntime.ts';
import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import type { Told } from '#core/base/phrase.ts';
import { createGraphBuilder } from '#core/graph/create-builder.ts';
import { Transfer } from './transfer.ts';
import { loadProgram } from './program.ts';

interface PlatformAdvice {
  /** What onnxruntime reaches the card through. */
  readonly through: string;
  readonly remedy: string;
}

const advice: Partial<Record<NodeJS.Platform, PlatformAdvice>> = {
  linux: {
    through: 'Vulkan',
    remedy:
      'Install the graphics card’s driver with its Vulkan part, and the Vulkan loader (Debian: apt-get install libvulkan1). In a container the card must be passed in. Without a card, use onnx-cpu.',
  },
  win32: {
    through: 'Direct3D 12',
    remedy: 'Install the current driver of the graphics card. Without a card, use onnx-cpu.',
  },
  darwin: {
    through: 'Metal',
    remedy: 'Use a Mac with Metal and a current macOS, or use onnx-cpu.',
  },
};

const otherPlatform: PlatformAdvice = { through: 'WebGPU', remedy: 'Use onnx-cpu.' };

export interface WebGpuAdapter {
  /** What was found, in words for the user. */
  readonly detail: string;
  /** Whether it computes in float16 (WebGPU's feature shader-f16). */
  readonly hasHalfPrecision: boolean;
}

/** 3 · 3 on the device. */
async function multiply(dataType: 'float32' | 'float16'): Promise<number | undefined> {
  const builder = createGraphBuilder();
  const x = builder.cast(builder.input('x', 'float32', [1, 1]), dataType);
  builder.output('y', builder.cast(builder.gemm(x, x), 'float32'));
  const program = await loadProgram(builder.graph);
  const transfer = new Transfer();
  const three = await transfer.upload([1, 1], Float32Array.of(3));
  const product = (await program.run(new Map([['x', three]]))).get('y')?.[0];
  three.dispose();
  await transfer.release();
  await program.release();
  return product;
}

async function tryHalfPrecision(): Promise<boolean> {
  try {
    return (await multiply('float16')) === 9;
  } catch (error) {
    if (isAnamnesisError(error)) return false;
    throw error;
  }
}

/**
 * Computes a product on the graphics processor, and says in words what it went through. Loads the
 * drivers of the machine, which may crash: not for the process of a host.
 *
 * @throws runtime.unavailable with the reason and what would help
 */
export async function tryWebGpuAdapter(
  platform: NodeJS.Platform = process.platform,
  backends: readonly { readonly name: string }[] = listSupportedBackends(),
): Promise<WebGpuAdapter> {
  const { through, remedy } = advice[platform] ?? otherPlatform;
  const refuse = (found: Told, cause?: unknown) =>
    new AnamnesisError('runtime.unavailable', {
      expected: 'a graphics processor that onnxruntime’s WebGPU provider can use',
      found,
      remedy,
      cause,
    });
  if (!backends.some(({ name }) => name === 'webgpu')) {
    throw refuse(`onnxruntime-node has no WebGPU provider for ${platform}-${process.arch}`);
  }
  let product: number | undefined;
  try {
    product = await multiply('float32');
  } catch (error) {
    if (!isAnamnesisError(error)) throw error;
    const isMissing = error.code === 'runtime.unavailable';
    throw refuse(isMissing ? `${through} offers no usable adapter` : error.told.found, error);
  }
  if (product !== 9) throw refuse(`an adapter of ${through} that computes 3 · 3 = ${product}`);
  const hasHalfPrecision = await tryHalfPrecision();
  const precisions = hasHalfPrecision ? 'float32 or mixed precision' : 'no half precision';
  const detail = `onnxruntime’s WebGPU provider over ${through}; weights stay on the device; ${precisions}`;
  return { detail, hasHalfPrecision };
}
