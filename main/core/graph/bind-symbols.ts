import { formatShape } from './dimensions.ts';
import { checkFit } from './fit.ts';
import type { Graph } from './graph.ts';

/** The sizes that the shapes of what is fed, by name, give to the symbols of the inputs. */
export function bindSymbols(
  graph: Graph,
  shapeOf: (name: string) => readonly number[] | undefined,
): ReadonlyMap<string, number> {
  const bindings = new Map<string, number>();
  for (const { origin, shape } of graph.inputs) {
    if (origin.kind !== 'input') continue;
    const fed = shapeOf(origin.name);
    checkFit(fed !== undefined, `a tensor for the input "${origin.name}"`, 'none');
    checkFit(fed.length === shape.length, formatShape(shape), formatShape(fed));
    shape.forEach((size, axis) => {
      const known = typeof size === 'number' ? size : bindings.get(size);
      const given = fed[axis];
      checkFit(known === undefined || known === given, formatShape(shape), formatShape(fed));
      if (typeof size === 'string') bindings.set(size, given);
    });
  }
  return bindings;
}
