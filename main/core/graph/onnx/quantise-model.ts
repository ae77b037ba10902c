import type { OnnxElementType, OnnxModel, OnnxNode, OnnxPort, OnnxTensor } from './model.ts';
import { verifyOnnxModel } from './verify-model.ts';

/** A matrix that a rewritten model takes as whole numbers and a scale per row. */
export interface QuantisedMatrix {
  /** The input that it replaces. */
  readonly name: string;
  /** Names of the inputs that take its place: int8 [rows, columns] and float32 [rows]. */
  readonly values: string;
  readonly scales: string;
  /** Whether anything is multiplied by it; else its rows are only looked up. */
  readonly isMultiplied: boolean;
}

/** Takes a node's place in the new graph. */
type Emit = (type: string, inputs: readonly string[], outputs: readonly string[]) => void;

const lastAxis: OnnxTensor = {
  name: 'quantised:last_axis',
  dataType: 'int64',
  shape: [1],
  data: [-1],
};

/**
 * Rewrites a model for int8 weights ("dynamic quantisation", Jacob et al., 2018, with the ranges of
 * activations taken at run time). Of the inputs in `candidates`, those are replaced whose every use is
 * Gemm(x, W, b) with W transposed, or the looking up of rows:
 *
 * - x · Wᵀ + b becomes, with 8-bit numbers x ≈ (q − zero) · s and W ≈ w · scales,
 *   (q − zero) · wᵀ · (s · scales) + b: ONNX's DynamicQuantizeLinear and MatMulInteger;
 * - a row is looked up as whole numbers, and multiplied by its scale.
 *
 * Plain operators of ONNX only; onnxruntime fuses them when it loads the model.
 */
export function quantiseModel(
  model: OnnxModel,
  candidates: ReadonlySet<string>,
): { readonly model: OnnxModel; readonly matrices: readonly QuantisedMatrix[] } {
  const matrices = new Map(
    model.inputs
      .filter(({ name }) => candidates.has(name))
      .flatMap((port) => {
        const users = model.nodes.filter(({ inputs }) => inputs.includes(port.name));
        const fits = users.every((node) => isProduct(node, port) || isLookUp(node, port));
        return users.length > 0 && fits ? [[port.name, nameMatrix(port, users)] as const] : [];
      }),
  );
  const rewriting = new Rewriting(matrices);
  for (const node of model.nodes) rewriting.add(node);
  const rewritten: OnnxModel = {
    nodes: rewriting.nodes,
    initializers: [...model.initializers, ...(rewriting.looksUp ? [lastAxis] : [])],
    inputs: model.inputs.flatMap((port) => replacePort(port, matrices.get(port.name))),
    outputs: model.outputs,
  };
  verifyOnnxModel(rewritten);
  return { model: rewritten, matrices: [...matrices.values()] };
}

/** x · Wᵀ + b */
function isProduct({ type, inputs, attributes }: OnnxNode, { name }: OnnxPort): boolean {
  const is = (key: string, value: number) => {
    const attribute = attributes[key];
    return 'int' in attribute && attribute.int === value;
  };
  const isOnlyRight = inputs.length === 3 && inputs.indexOf(name) === 1;
  return type === 'Gemm' && isOnlyRight && is('transA', 0) && is('transB', 1);
}

function isLookUp({ type, inputs }: OnnxNode, { name }: OnnxPort): boolean {
  return type === 'Gather' && inputs[0] === name && inputs[1] !== name;
}

function nameMatrix(port: OnnxPort, users: readonly OnnxNode[]): QuantisedMatrix {
  return {
    name: port.name,
    values: `${port.name}:int8`,
    scales: `${port.name}:scales`,
    isMultiplied: users.some((node) => isProduct(node, port)),
  };
}

function replacePort(port: OnnxPort, matrix: QuantisedMatrix | undefined): readonly OnnxPort[] {
  if (matrix === undefined) return [port];
  const { values, scales } = matrix;
  return [
    { name: values, dataType: 'int8', shape: port.shape },
    { name: scales, dataType: 'float32', shape: port.shape.slice(0, 1) },
  ];
}

/** Collects the new nodes; what several of them need is computed once. */
class Rewriting {
  readonly nodes: OnnxNode[] = [];
  looksUp = false;
  readonly #matrices: ReadonlyMap<string, QuantisedMatrix>;
  readonly #made = new Set<string>();

  constructor(matrices: ReadonlyMap<string, QuantisedMatrix>) {
    this.#matrices = matrices;
  }

  add(node: OnnxNode): void {
    const matrix = node.inputs.map((name) => this.#matrices.get(name)).find((found) => found);
    if (matrix === undefined) this.nodes.push(node);
    else if (node.type === 'Gemm') this.#addProduct(node, matrix);
    else this.#addLookUp(node, matrix);
  }

  #addProduct({ name, inputs, outputs }: OnnxNode, { values, scales }: QuantisedMatrix): void {
    const [x, , bias] = inputs;
    const of = (part: string) => `${name}/${part}`;
    const quantised = [`${x}:quantised`, `${x}:scale`, `${x}:zero`];
    this.#emitOnce('DynamicQuantizeLinear', [x], quantised);
    // Folded when the model is loaded; the file holds a matrix once, also a tied one.
    this.#emitOnce('Transpose', [values], [`${values}:transposed`]);
    const [whole, scale, zero] = quantised;
    this.#emit('MatMulInteger', [whole, `${values}:transposed`, zero], [of('whole')]);
    this.#emitCast(of('whole'), of('cast'));
    this.#emit('Mul', [scale, scales], [of('scale')]);
    this.#emit('Mul', [of('cast'), of('scale')], [of('product')]);
    this.#emit('Add', [of('product'), bias], outputs);
  }

  #addLookUp({ name, inputs, outputs }: OnnxNode, { values, scales }: QuantisedMatrix): void {
    const [, ids] = inputs;
    const of = (part: string) => `${name}/${part}`;
    this.looksUp = true;
    this.#emit('Gather', [values, ids], [of('whole')]);
    this.#emitCast(of('whole'), of('cast'));
    this.#emit('Gather', [scales, ids], [of('scales')]);
    this.#emit('Unsqueeze', [of('scales'), lastAxis.name], [of('scale')]);
    this.#emit('Mul', [of('cast'), of('scale')], outputs);
  }

  #emitCast(from: string, to: string): void {
    const target: OnnxElementType = 'float32';
    this.nodes.push({
      ...plainNode('Cast', [from], [to]),
      attributes: { to: { elementType: target } },
    });
  }

  #emitOnce(...node: Parameters<Emit>): void {
    const [output] = node[2];
    if (this.#made.has(output)) return;
    this.#made.add(output);
    this.#emit(...node);
  }

  #emit(...node: Parameters<Emit>): void {
    this.nodes.push(plainNode(...node));
  }
}

/** Nodes are named after what they make, which no two of them share. */
function plainNode(type: string, inputs: readonly string[], outputs: readonly string[]): OnnxNode {
  return { name: `${type}:${outputs[0]}`, type, domain: '', inputs, outputs, attributes: {} };
}
