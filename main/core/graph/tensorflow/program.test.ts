import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createGraphBuilder } from '../create-builder.ts';
import { TensorflowProgram } from './program.ts';

beforeAll(async () => {
  tf.env().set('IS_TEST', true);
  await tf.setBackend('cpu');
});

/** tanh applied many times over. */
function chain(length: number) {
  const builder = createGraphBuilder();
  let x = builder.input('x', 'float32', ['rows', 3]);
  for (let step = 0; step < length; step++) x = builder.tanh(x);
  builder.output('y', x);
  return builder.graph;
}

const vector = (rows: number) => tf.ones<tf.Rank.R2>([rows, 3]);

describe('a program of TensorFlow.js', () => {
  it('holds no tensor longer than it is needed', () => {
    const counts: number[] = [];
    const counting: typeof tf = {
      ...tf,
      tanh: (x) => {
        counts.push(tf.memory().numTensors);
        return tf.tanh(x);
      },
    };
    const program = new TensorflowProgram<tf.Tensor>(counting, chain(20));
    const before = tf.memory().numTensors;
    const outputs = program.run({ kept: new Map(), given: new Map([['x', vector(2)]]) });
    // Each step finds nothing but what it reads.
    expect(counts).toEqual(new Array(20).fill(before + 1));
    expect(tf.memory().numTensors).toBe(before + 1);
    tf.dispose([...outputs.values()]);
    program.dispose();
  });

  it('leaves alone what it was only lent, and frees what it cannot use', () => {
    const program = new TensorflowProgram<tf.Tensor>(tf, chain(2));
    const [lent, unknown] = [vector(1), vector(1)];
    program.run({ kept: new Map([['x', lent]]), given: new Map([['other', unknown]]) });
    expect(lent.isDisposed).toBe(false);
    expect(unknown.isDisposed).toBe(true);
  });

  it('stops where a tensor is not what the graph says, and names the place', () => {
    const program = new TensorflowProgram<tf.Tensor>(tf, chain(1));
    const wrong = tf.zeros([2, 3], 'int32');
    expect(() => program.run({ kept: new Map([['x', wrong]]), given: new Map() })).toThrow(
      expect.objectContaining({
        code: 'graph.invalid',
        details: expect.objectContaining({
          place: 'input "x"',
          expected: 'float32 [2, 3]',
          found: 'int32 [2, 3]',
        }) as unknown,
      }),
    );
    const transposing = { ...tf, tanh: (x: tf.Tensor) => tf.transpose(x) } as unknown as typeof tf;
    const other = new TensorflowProgram<tf.Tensor>(transposing, chain(1));
    const x = vector(2);
    expect(() => other.run({ kept: new Map(), given: new Map([['x', x]]) })).toThrow(
      /node 0 \(tanh\).*float32 \[2, 3\], found float32 \[3, 2\]/,
    );
    expect(x.isDisposed).toBe(true);
  });

  it('asks for every input', () => {
    const program = new TensorflowProgram<tf.Tensor>(tf, chain(1));
    expect(() => program.run({ kept: new Map(), given: new Map() })).toThrow(/"x"/);
  });
});
