/** The same, in the order of the columns beside which they are shown. */
export function orderModels<Each extends { readonly model: string }>(
  models: readonly Each[],
  order: readonly string[],
): Each[] {
  return models.toSorted((a, b) => order.indexOf(a.model) - order.indexOf(b.model));
}
