import { isAnamnesisError } from '#core/base/error.ts';
import { refuseOperation } from '#core/graph/tensorflow/program.ts';

/** Gives what TensorFlow.js throws outside of graphs a code and a remedy. @throws runtime.failed */
export async function attempt<Result>(
  place: string,
  work: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw isAnamnesisError(cause) ? cause : refuseOperation(place, cause);
  }
}
