import { createGraphBuilder } from '#core/graph/create-builder.ts';
import { loadProgram } from './program.ts';
import type { Program } from './program.ts';

let held: Promise<Program> | null = null;

/**
 * onnxruntime forgets the device, with all shaders that were compiled for it, when its last session
 * is released: every fold of a study would compile them anew. So one program that does nothing
 * stays until the process ends.
 *
 * @throws runtime.unavailable, runtime.failed
 */
export async function holdDevice(): Promise<void> {
  if (held === null) {
    const builder = createGraphBuilder();
    builder.output('y', builder.negate(builder.input('x', 'float32', [1])));
    held = loadProgram(builder.graph);
  }
  try {
    await held;
  } catch (error) {
    held = null;
    throw error;
  }
}
