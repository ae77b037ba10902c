import { AnamnesisError } from '#core/base/error.ts';

import type { OnnxModel } from './model.ts';

/** The operator sets that ONNX Runtime's CPU provider has; '' is ONNX's own. */
const knownDomains: readonly string[] = ['', 'com.microsoft'];

function refuse(place: string, expected: string, found: string): never {
  throw new AnamnesisError('graph.invalid', {
    place: `the ONNX graph, ${place}`,
    expected,
    found,
    remedy: 'This is a defect of the program: report it with the command that led to it.',
  });
}

/**
 * The rules of `verifyGraph` after lowering: every name is given once, before it is used; nodes are
 * of known operator sets; outputs are made. Throws `graph.invalid` naming the node.
 */
export function verifyOnnxModel(model: OnnxModel): void {
  const defined = new Set<string>();
  const define = (name: string, place: string) => {
    if (name === '' || defined.has(name)) refuse(place, 'unique names', `"${name}" again`);
    defined.add(name);
  };
  for (const { name } of model.inputs) define(name, `input "${name}"`);
  for (const { name, shape, data } of model.initializers) {
    const place = `initializer "${name}"`;
    define(name, place);
    const size = shape.reduce((product, length) => product * length, 1);
    if (size !== data.length) refuse(place, `${size} elements`, String(data.length));
  }
  const nodeNames = new Set<string>();
  for (const node of model.nodes) {
    const place = `node "${node.name}" (${node.type})`;
    if (nodeNames.has(node.name)) refuse(place, 'unique node names', 'the name again');
    nodeNames.add(node.name);
    if (!knownDomains.includes(node.domain)) refuse(place, 'a known domain', node.domain);
    for (const input of node.inputs) {
      if (!defined.has(input)) refuse(place, 'inputs that are defined before', `"${input}"`);
    }
    for (const output of node.outputs) define(output, place);
  }
  for (const { name } of model.outputs) {
    if (!defined.has(name)) refuse(`output "${name}"`, 'a value of this name', 'none');
  }
}
