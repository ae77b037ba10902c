/** The collections and labelled sets that a plan names. */
export interface NamedDocuments {
  readonly sets: ReadonlySet<string>;
  readonly collections: ReadonlySet<string>;
}

interface StoredPlan {
  readonly lockedSet?: unknown;
  readonly tasks?: Readonly<Record<string, { readonly data?: { readonly set?: unknown } }>>;
  readonly corpora?: Readonly<Record<string, { readonly collection?: unknown }>>;
}

/**
 * Of a plan as it is stored. It was whole when it was stored: that this version would refuse a plan
 * of an earlier one must not give away what it names.
 */
export function listNamedDocuments(planJson: string): NamedDocuments {
  const { lockedSet, tasks = {}, corpora = {} } = JSON.parse(planJson) as StoredPlan;
  const isName = (name: unknown): name is string => typeof name === 'string';
  const locked = [lockedSet].flat() as ({ readonly set?: unknown } | undefined)[];
  const sets = [...locked, ...Object.values(tasks).map(({ data }) => data)].map(
    (named) => named?.set,
  );
  return {
    sets: new Set(sets.filter(isName)),
    collections: new Set(
      Object.values(corpora)
        .map(({ collection }) => collection)
        .filter(isName),
    ),
  };
}
