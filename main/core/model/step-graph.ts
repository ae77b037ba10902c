import { createGraphBuilder } from '#core/graph/create-builder.ts';
import {
  differentiate,
  gatherGradientParts,
  joinRows,
  sumParts,
} from '#core/graph/differentiate.ts';
import type { GraphBuilder } from '#core/graph/builder.ts';
import { checkFit } from '#core/graph/fit.ts';
import type { Graph, GradientPart, ScatteredGradient } from '#core/graph/graph.ts';
import { encodeOnnx } from '#core/graph/onnx/encode.ts';
import type { OnnxOptions } from '#core/graph/onnx/emitter.ts';
import { lowerToOnnx } from '#core/graph/onnx/lower.ts';
import type { Dimension, Value } from '#core/graph/types.ts';
import { verifyGraph } from '#core/graph/verify.ts';

import type { EncoderConfiguration, Head } from './configuration.ts';
import { buildEncoder } from './encoder.ts';
import type { EncoderInputs } from './encoder.ts';
import { heads } from './heads/table.ts';
import { ModelBuilder } from './model-builder.ts';
import type { DropoutSite } from './model-builder.ts';
import { listEncoderParameters, listGraphParameters } from './parameters.ts';
import type { GraphParameter } from './parameters.ts';

/** Numbers make a size part of the graph, which some engines need; names leave it to the feeds. */
export interface StepShape {
  readonly rows: number | 'rows';
  readonly columns: number | 'columns';
  readonly targets: number | 'targets';
}

/** What lookups add to the gradient of a table, as rows of it. */
export interface RowGradient {
  /** Which of the parameters. */
  readonly parameter: number;
  /** Rows, in the sizes of a batch; a row may be named several times. */
  readonly count: Dimension;
  /** Whether something else adds to the whole table: then that is the output `gradient:<name>`. */
  readonly hasTable: boolean;
}

/** One computation of a model; inputs and outputs by name as README.md lists them. */
export interface StepGraph {
  readonly graph: Graph;
  /** Fed as `parameter:<name>`, in this order. */
  readonly parameters: readonly GraphParameter[];
  /** Fed as `dropout:<name>`; empty without dropout. */
  readonly dropoutSites: readonly DropoutSite[];
  /** Read from `rows:<name>` and `row_gradients:<name>`; empty unless asked for. */
  readonly rowGradients: readonly RowGradient[];
  /** The graph as an ONNX model. Equal settings give equal bytes. */
  bytes(options?: OnnxOptions): Uint8Array;
}

const defaultOnnxOptions: OnnxOptions = { fusedMatMul: true };

function finish(
  model: ModelBuilder,
  parameters: readonly GraphParameter[],
  rowGradients: readonly RowGradient[] = [],
): StepGraph {
  const { graph } = model.graph;
  verifyGraph(graph, 'the finished graph');
  return {
    graph,
    parameters,
    dropoutSites: model.dropoutSites,
    rowGradients,
    bytes: (options = defaultOnnxOptions) => encodeOnnx(lowerToOnnx(graph, options)),
  };
}

function start(
  encoder: EncoderConfiguration,
  settings: {
    parameters: readonly GraphParameter[];
    dropoutRate: number;
    packedMasks?: boolean | undefined;
    shape: StepShape;
  },
): { model: ModelBuilder; inputs: EncoderInputs } {
  checkFit(
    encoder.hiddenSize % encoder.headCount === 0,
    `a hidden size divisible by the ${encoder.headCount} heads`,
    String(encoder.hiddenSize),
  );
  const { rows, columns } = settings.shape;
  const longest = encoder.maxPositions - encoder.positionOffset;
  checkFit(
    typeof columns === 'string' || columns <= longest,
    `at most ${longest} columns, as many as the model has positions`,
    String(columns),
  );
  const builder = createGraphBuilder();
  const inputIds = builder.input('input_ids', 'int64', [rows, columns]);
  const attentionBias = builder.input('attention_bias', 'float32', [rows, 1, 1, columns]);
  const model = new ModelBuilder(builder, { encoder, ...settings });
  return { model, inputs: { inputIds, attentionBias } };
}

/** The hidden states at the targets only: everything after them is as small as the targets are. */
function encodeTargets(model: ModelBuilder, inputs: EncoderInputs, shape: StepShape): Value {
  const positions = model.graph.input('target_positions', 'int64', [shape.targets]);
  return buildEncoder(model, { ...inputs, positions });
}

export interface TrainingGraphOptions {
  readonly shape: StepShape;
  readonly dropoutRate: number;
  /** Masks travel as bits: needs sizes that are numbers. */
  readonly packedMasks?: boolean;
  /** Each gradient is added to what is fed as `accumulated:<name>`. */
  readonly accumulate: boolean;
  /**
   * For engines whose gradients lie in memory that the host reaches: what lookups add leaves the
   * graph as rows, which spares copies of whole tables; and the norm, which needs the sum, does not.
   */
  readonly rowsApart?: boolean;
}

/** Loss and gradients; their squared norm, that of the sums, where all is added in the graph. */
export function buildTrainingGraph(
  encoder: EncoderConfiguration,
  head: Head,
  options: TrainingGraphOptions,
): StepGraph {
  const { shape, dropoutRate, packedMasks } = options;
  const parameters = listGraphParameters(encoder, head);
  const { model, inputs } = start(encoder, { parameters, dropoutRate, packedMasks, shape });
  const builder = model.graph;
  const atTargets = encodeTargets(model, inputs, shape);
  const labels = builder.input('target_labels', 'int64', [shape.targets]);
  const weights = builder.input('target_weights', 'float32', [shape.targets, 1]);
  const loss = heads[head.kind].loss(model, atTargets, { labels, weights });
  builder.output('loss', loss);
  verifyGraph(builder.graph, 'the forward graph');
  const values = parameters.map(({ name }) => model.parameter(name));
  const place = { parameters, values, loss, accumulate: options.accumulate };
  if (options.rowsApart === true) return finish(model, parameters, addRowsApart(builder, place));
  addWholeGradients(builder, place);
  return finish(model, parameters);
}

interface GradientPlace {
  readonly parameters: readonly GraphParameter[];
  readonly values: readonly Value[];
  readonly loss: Value;
  readonly accumulate: boolean;
}

function feedAccumulated(builder: GraphBuilder, { name, shape }: GraphParameter): Value {
  return builder.input(`accumulated:${name}`, 'float32', shape);
}

function addWholeGradients(
  builder: GraphBuilder,
  { parameters, values, loss, accumulate }: GradientPlace,
): void {
  const accumulated = new Map<Value, Value>();
  if (accumulate) {
    parameters.forEach((parameter, index) => {
      accumulated.set(values[index], feedAccumulated(builder, parameter));
    });
  }
  const gradients = differentiate(builder, loss, { parameters: values, accumulated });
  gradients.forEach((gradient, index) => {
    builder.output(`gradient:${parameters[index].name}`, gradient);
  });
  const squares = gradients.map((gradient) => builder.sumOfSquares(gradient));
  builder.output('squared_norm', builder.reduceSum(builder.concat(squares, 0), [0], true));
}

/**
 * Whether onnxruntime would write such indices out: not what is fed or constant, and not a range,
 * whose lookup it makes a slice of, to crash where the range is an output as well (1.30).
 */
function canLeave({ indices: { origin } }: ScatteredGradient): boolean {
  return origin.kind === 'node' && origin.node.op !== 'range';
}

/** Lookups whose rows leave the graph: those in large tables, as it happens. */
function listRowsApart(parts: readonly GradientPart[]): readonly ScatteredGradient[] {
  const rows = parts.filter((part): part is ScatteredGradient => 'indices' in part);
  return rows.length > 1 || rows.every(canLeave) ? rows : [];
}

function addRowsApart(
  builder: GraphBuilder,
  { parameters, values, loss, accumulate }: GradientPlace,
): RowGradient[] {
  const rowGradients: RowGradient[] = [];
  gatherGradientParts(builder, loss, values).forEach((parts, index) => {
    const parameter = parameters[index];
    const apart = listRowsApart(parts);
    const inside = apart.length === 0 ? parts : parts.filter((part) => !('indices' in part));
    const hasTable = inside.length > 0 || apart.length === 0;
    if (hasTable) {
      const starts = accumulate ? [feedAccumulated(builder, parameter)] : [];
      const sum = sumParts(builder, [...starts, ...inside], values[index]);
      builder.output(`gradient:${parameter.name}`, sum);
    }
    if (apart.length === 0) return;
    const rows = joinRows(builder, apart);
    builder.output(`rows:${parameter.name}`, rows.indices);
    builder.output(`row_gradients:${parameter.name}`, rows.updates);
    rowGradients.push({ parameter: index, count: rows.indices.shape[0], hasTable });
  });
  return rowGradients;
}

/** `logits` [targets, classes] at `target_positions`, without dropout. */
export function buildPredictionGraph(
  encoder: EncoderConfiguration,
  head: Head,
  { shape }: { shape: StepShape },
): StepGraph {
  const parameters = listGraphParameters(encoder, head);
  const { model, inputs } = start(encoder, { parameters, dropoutRate: 0, shape });
  const atTargets = encodeTargets(model, inputs, shape);
  model.graph.output('logits', heads[head.kind].logits(model, atTargets));
  return finish(model, parameters);
}

/** `hidden_states` [rows, columns, hidden]: the last layer, without a head. */
export function buildHiddenStateGraph(
  encoder: EncoderConfiguration,
  { shape }: { shape: StepShape },
): StepGraph {
  const parameters = listEncoderParameters(encoder);
  const { model, inputs } = start(encoder, { parameters, dropoutRate: 0, shape });
  const { rows, columns } = shape;
  const states = model.graph.reshape(buildEncoder(model, inputs), [
    rows,
    columns,
    encoder.hiddenSize,
  ]);
  model.graph.output('hidden_states', states);
  return finish(model, parameters);
}
