import { describe, expect, it } from 'vitest';

import type { OnnxModel, OnnxNode } from './model.ts';
import { verifyOnnxModel } from './verify-model.ts';

const negate: OnnxNode = {
  name: 'negate',
  type: 'Neg',
  domain: '',
  inputs: ['x'],
  outputs: ['y'],
  attributes: {},
};
const port = (name: string) => ({ name, dataType: 'float32' as const, shape: [2] });
const legal: OnnxModel = {
  nodes: [negate],
  initializers: [],
  inputs: [port('x')],
  outputs: [port('y')],
};

describe('the verifier after lowering', () => {
  it('accepts a legal model', () => {
    verifyOnnxModel(legal);
  });

  it.each([
    ['a use before the definition', { ...legal, inputs: [] }, /node "negate" \(Neg\).*"x"/],
    ['a name given twice', { ...legal, inputs: [port('x'), port('y')] }, /Neg.*unique names/],
    [
      'a node name given twice',
      { ...legal, nodes: [negate, { ...negate, outputs: ['z'] }] },
      /Neg.*unique node names/,
    ],
    [
      'an unknown operator set',
      { ...legal, nodes: [{ ...negate, domain: 'com.example' }] },
      /Neg.*known domain.*com\.example/,
    ],
    ['an output that nothing makes', { ...legal, outputs: [port('z')] }, /output "z"/],
    [
      'an initializer of the wrong size',
      {
        ...legal,
        initializers: [{ name: 'c', dataType: 'float32' as const, shape: [2], data: [1] }],
      },
      /initializer "c".*2 elements/,
    ],
  ])('refuses %s', (_, model: OnnxModel, message) => {
    expect(() => {
      verifyOnnxModel(model);
    }).toThrow(message);
  });
});
