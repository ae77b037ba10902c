import { pickleMalformed } from './pickle-errors.ts';
import { PickledTensor } from './pickled-tensor.ts';

/** The dictionary of weights: the whole pickle, or what training scripts put under these keys. */
const nestedKeys = ['state_dict', 'model_state_dict', 'model'];

/** The tensors of a pickled state dictionary by name; other entries are left out. */
export function listPickledTensors(value: unknown, place: string): Map<string, PickledTensor> {
  const tensors = new Map<string, PickledTensor>();
  for (const [name, tensor] of findDictionary(value)) {
    if (typeof name === 'string' && tensor instanceof PickledTensor) tensors.set(name, tensor);
  }
  if (tensors.size === 0) throw pickleMalformed(place, 'a dictionary of tensors', 'none');
  return tensors;
}

function findDictionary(value: unknown): ReadonlyMap<unknown, unknown> {
  if (!(value instanceof Map)) return new Map();
  const nested = nestedKeys.map((key): unknown => value.get(key));
  return nested.find((candidate) => candidate instanceof Map) ?? value;
}
