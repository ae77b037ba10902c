/** What decides whether a model is still needed. */
export interface JudgedModel {
  readonly id: string;
  readonly parentId: string | null;
  /** In the library by a user’s hand: no study can make it again. */
  readonly isImported: boolean;
  readonly wasExported: boolean;
  /** Marked by a user. */
  readonly isChosen: boolean;
  /** The plan of a study starts from it. */
  readonly isStart: boolean;
  /** Of the run that made it: its newest model of this state, an older one, or none since the run was repeated. */
  readonly ofRun: 'newest' | 'older' | 'repeated';
}

/** Why a model stays. The first that holds is told. */
type KeepReason =
  /** It was brought into the library, and belongs to no study. */
  | 'imported'
  /** A user chose to keep it. */
  | 'chosen'
  | 'exported'
  /** The plan of a study starts from it. */
  | 'start'
  /** It is the newest of its kind in its study. */
  | 'newest'
  /** A model that is kept was made from it. */
  | 'ancestor';

/** Why nobody needs a model any more. */
export const supersededReasons = {
  repeated: 'Its run was repeated with other settings or data.',
  replaced: 'The same run made it anew after it had been interrupted.',
} as const satisfies Record<string, string>;

export type Standing =
  | { readonly isSuperseded: false; readonly reason: KeepReason }
  | { readonly isSuperseded: true; readonly reason: keyof typeof supersededReasons };

/**
 * Which models are superseded, and why the others stay. A model from which one that stays descends
 * stays too, so that lineages are complete.
 */
export function judgeModels(models: readonly JudgedModel[]): Map<string, Standing> {
  const standings = new Map(models.map((model) => [model.id, judge(model)]));
  const parents = new Map(models.map(({ id, parentId }) => [id, parentId]));
  for (const { id } of models) {
    if (standings.get(id)?.isSuperseded !== false) continue;
    for (let above = parents.get(id); above; above = parents.get(above)) {
      if (standings.get(above)?.isSuperseded !== true) continue;
      standings.set(above, { isSuperseded: false, reason: 'ancestor' });
    }
  }
  return standings;
}

function judge(model: JudgedModel): Standing {
  const keep = (reason: KeepReason) => ({ isSuperseded: false, reason }) as const;
  if (model.isImported) return keep('imported');
  if (model.isChosen) return keep('chosen');
  if (model.wasExported) return keep('exported');
  if (model.isStart) return keep('start');
  if (model.ofRun === 'newest') return keep('newest');
  return { isSuperseded: true, reason: model.ofRun === 'older' ? 'replaced' : 'repeated' };
}
