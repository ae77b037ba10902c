import { sigmoid } from '#core/graph/composites/cross-entropy.ts';
import { createGraphBuilder } from '#core/graph/create-builder.ts';
import { differentiate } from '#core/graph/differentiate.ts';
import { checkFit } from '#core/graph/fit.ts';
import type { Graph } from '#core/graph/graph.ts';
import { encodeOnnx } from '#core/graph/onnx/encode.ts';
import type { OnnxOptions } from '#core/graph/onnx/emitter.ts';
import { lowerToOnnx } from '#core/graph/onnx/lower.ts';
import type { Value } from '#core/graph/types.ts';
import { verifyGraph } from '#core/graph/verify.ts';

import {
  holdsSeveralLabels,
  labelsPerTarget,
  type EncoderConfiguration,
  type Head,
  type ModelPart,
} from './configuration.ts';
import { buildEncoder } from './encoder.ts';
import type { EncoderInputs } from './encoder.ts';
import { putRowsApart, putWholeGradients } from './gradient-outputs.ts';
import type { RowGradient } from './gradient-outputs.ts';
import { heads } from './heads/table.ts';
import { ModelBuilder } from './model-builder.ts';
import type { DropoutSite } from './model-builder.ts';
import { listEncoderParameters, listPartParameters } from './parameters.ts';
import type { GraphParameter } from './parameters.ts';

/** Numbers make a size part of the graph, which some engines need; names leave it to the feeds. */
export interface StepShape {
  readonly rows: number | 'rows';
  readonly columns: number | 'columns';
  readonly targets: number | 'targets';
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

interface StartSettings {
  readonly parameters: readonly GraphParameter[];
  readonly dropoutRate: number;
  readonly packedMasks?: boolean | undefined;
  readonly shape: StepShape;
}

function start(
  encoder: EncoderConfiguration,
  settings: StartSettings,
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

/**
 * The hidden states at the targets only, [targets, hidden]: everything after them is as small as the
 * targets are. Of a head alone they are fed.
 */
function startAtTargets(
  encoder: EncoderConfiguration,
  { part, ...settings }: StartSettings & { readonly part: ModelPart },
): { model: ModelBuilder; atTargets: Value } {
  const { targets } = settings.shape;
  if (part === 'head') {
    const builder = createGraphBuilder();
    const atTargets = builder.input('target_states', 'float32', [targets, encoder.hiddenSize]);
    return { model: new ModelBuilder(builder, { encoder, ...settings }), atTargets };
  }
  const { model, inputs } = start(encoder, settings);
  const positions = model.graph.input('target_positions', 'int64', [targets]);
  return { model, atTargets: buildEncoder(model, { ...inputs, positions }) };
}

export interface TrainingGraphOptions {
  readonly shape: StepShape;
  /** All of it when left out; an encoder alone has nothing to learn from. */
  readonly part?: Exclude<ModelPart, 'encoder'>;
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
  const { shape, part = 'whole', dropoutRate, packedMasks } = options;
  const parameters = listPartParameters(encoder, head, part);
  const settings = { parameters, dropoutRate, packedMasks, shape, part };
  const { model, atTargets } = startAtTargets(encoder, settings);
  const builder = model.graph;
  const answers = labelsPerTarget(head);
  checkFit(!holdsSeveralLabels(head) || answers > 1, 'two labels or more', String(answers));
  const labels = builder.input(
    'target_labels',
    'int64',
    answers === 1 ? [shape.targets] : [shape.targets, answers],
  );
  const weights = builder.input('target_weights', 'float32', [shape.targets, 1]);
  const loss = heads[head.kind].loss(model, atTargets, { labels, weights });
  builder.output('loss', loss);
  verifyGraph(builder.graph, 'the forward graph');
  const values = parameters.map(({ name }) => model.parameter(name));
  const place = { parameters, values, loss, accumulate: options.accumulate };
  if (options.rowsApart === true) return finish(model, parameters, putRowsApart(builder, place));
  putWholeGradients(builder, place);
  return finish(model, parameters);
}

/**
 * `logits` [targets, classes] at the targets, without dropout; of an encoder alone the states there,
 * [targets, hidden].
 */
export function buildPredictionGraph(
  encoder: EncoderConfiguration,
  head: Head,
  { shape, part = 'whole' }: { shape: StepShape; part?: ModelPart },
): StepGraph {
  const parameters = listPartParameters(encoder, head, part);
  const { model, atTargets } = startAtTargets(encoder, {
    parameters,
    dropoutRate: 0,
    shape,
    part,
  });
  const said = part === 'encoder' ? atTargets : heads[head.kind].logits(model, atTargets);
  model.graph.output('logits', said);
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

/**
 * How much the probability of a class changes with each token, on the way from a baseline to the
 * text: `attributions` [rows, columns] are gradient · (embedding − embedding of the baseline) at the
 * point `share` [rows, 1, 1] of the way, 1 being the text, and `probabilities` [targets, classes] what
 * is said there. `wanted` [targets, classes] is 1 at the class. Only word embeddings go that way:
 * positions stay.
 */
export function buildAttributionGraph(
  encoder: EncoderConfiguration,
  head: Head,
  { shape }: { shape: StepShape },
): StepGraph {
  const parameters = listPartParameters(encoder, head, 'whole');
  const { model, inputs } = start(encoder, { parameters, dropoutRate: 0, shape });
  const builder = model.graph;
  const { rows, columns, targets } = shape;
  const positions = builder.input('target_positions', 'int64', [targets]);
  const baselineIds = builder.input('baseline_ids', 'int64', [rows, columns]);
  const share = builder.input('share', 'float32', [rows, 1, 1]);
  const table = model.parameter('embeddings.word_embeddings.weight');
  const baseline = builder.gather(table, baselineIds);
  const way = builder.subtract(builder.gather(table, inputs.inputIds), baseline);
  const point = builder.add(baseline, builder.multiply(way, share));
  const atTargets = buildEncoder(model, { ...inputs, positions, replaceWords: () => point });
  const logits = heads[head.kind].logits(model, atTargets);
  const probabilities = holdsSeveralLabels(head)
    ? sigmoid(builder, logits)
    : builder.softmax(logits);
  const wanted = builder.input('wanted', 'float32', [targets, logits.shape[1]]);
  const said = builder.reduceSum(builder.multiply(probabilities, wanted), [0, 1]);
  const [gradient] = differentiate(builder, said, { parameters: [point] });
  builder.output('attributions', builder.reduceSum(builder.multiply(gradient, way), [2]));
  builder.output('probabilities', probabilities);
  return finish(model, parameters);
}
