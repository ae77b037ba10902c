import type { Op } from '../op.ts';
import type { OpName } from '../types.ts';
import { add } from './add.ts';
import { cast } from './cast.ts';
import { concat } from './concat.ts';
import { divide } from './divide.ts';
import { equal } from './equal.ts';
import { erf } from './erf.ts';
import { exp } from './exp.ts';
import { expand } from './expand.ts';
import { gather } from './gather.ts';
import { gelu } from './gelu.ts';
import { gemm } from './gemm.ts';
import { layerNorm } from './layer-norm.ts';
import { log } from './log.ts';
import { matMul } from './mat-mul.ts';
import { multiply } from './multiply.ts';
import { negate } from './negate.ts';
import { range } from './range.ts';
import { reduceMax } from './reduce-max.ts';
import { reduceSum } from './reduce-sum.ts';
import { relu } from './relu.ts';
import { reshape } from './reshape.ts';
import { scatterAdd } from './scatter-add.ts';
import { sign } from './sign.ts';
import { softmax } from './softmax.ts';
import { split } from './split.ts';
import { sqrt } from './sqrt.ts';
import { subtract } from './subtract.ts';
import { sumOfSquares } from './sum-of-squares.ts';
import { tanh } from './tanh.ts';
import { transpose } from './transpose.ts';
import { unpackBits } from './unpack-bits.ts';
import { zeros } from './zeros.ts';

/** Every operation; one that is forgotten does not compile. */
export const ops: { readonly [Name in OpName]: Op<Name> } = {
  add,
  subtract,
  multiply,
  divide,
  negate,
  exp,
  log,
  sqrt,
  tanh,
  erf,
  gelu,
  relu,
  sign,
  softmax,
  layerNorm,
  cast,
  equal,
  gemm,
  matMul,
  reshape,
  transpose,
  expand,
  concat,
  split,
  gather,
  scatterAdd,
  reduceSum,
  reduceMax,
  sumOfSquares,
  zeros,
  range,
  unpackBits,
};
