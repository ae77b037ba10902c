import { AnamnesisError } from '#core/base/error.ts';
import type { OnnxBinding, OnnxBindingName } from './session.ts';

export interface ChosenBinding {
  readonly binding: OnnxBinding;
  /** Why this one, in words for the user. */
  readonly reason: string;
}

async function loadBinding(name: OnnxBindingName): Promise<OnnxBinding> {
  // Loaded on demand: where one library is missing, the other must still work.
  if (name === 'native') return (await import('./native.ts')).createNativeBinding();
  return (await import('./portable.ts')).createPortableBinding();
}

/**
 * The native binding where it loads, the portable one otherwise; or the one asked for and no
 * other. Throws `runtime.unavailable`.
 */
export async function chooseOnnxBinding(
  forced?: OnnxBindingName,
  load: (name: OnnxBindingName) => Promise<OnnxBinding> = loadBinding,
): Promise<ChosenBinding> {
  if (forced !== undefined) {
    return { binding: await load(forced), reason: `the ${forced} binding was asked for` };
  }
  try {
    return {
      binding: await load('native'),
      reason: 'the library can be called directly: no copies, own thread',
    };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'an unknown error';
    try {
      return {
        binding: await load('portable'),
        reason: `calling the library directly is not possible: ${why}`,
      };
    } catch (second) {
      throw new AnamnesisError('runtime.unavailable', {
        expected: 'the package onnxruntime-node',
        found: `neither way to load it works (${why})`,
        remedy: 'Install the program’s packages again (npm ci).',
        cause: second,
      });
    }
  }
}
