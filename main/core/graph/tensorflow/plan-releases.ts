import { liveNodes } from '../graph.ts';
import type { Graph } from '../graph.ts';
import type { GraphNode, Value } from '../types.ts';

/** A node with the values that nothing needs after it: their memory can be given back. */
export interface PlannedNode {
  readonly node: GraphNode;
  readonly release: readonly Value[];
}

/**
 * The nodes that some output depends on, in order, each with the inputs it is the last to read and
 * with its own outputs that nobody reads. Outputs of the graph and constants are never released.
 */
export function planReleases(graph: Graph): readonly PlannedNode[] {
  const needed = new Set<Value>([...graph.outputs.values(), ...graph.constants]);
  const planned: PlannedNode[] = [];
  for (const node of liveNodes(graph).reverse()) {
    const release = new Set(
      [...node.inputs, ...node.outputs].filter((value) => !needed.has(value)),
    );
    for (const value of release) needed.add(value);
    planned.push({ node, release: [...release] });
  }
  return planned.reverse();
}
