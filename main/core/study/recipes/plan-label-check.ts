import type { JsonObject } from '#core/domain/json.ts';
import { hashJson } from '#core/storage/hash-json.ts';

/** Which labels of which version a model is to be held against. */
export interface LabelCheckOrder {
  readonly set: string;
  readonly version: number;
  readonly labels: 'classes' | 'spans';
  /** A model as a plan names it; null for words counted, which classes alone can do. */
  readonly model: string | null;
  readonly folds: number;
  /** Whether the head alone learns: minutes in the place of hours. */
  readonly frozenEncoder: boolean;
}

/** The task and the model of a plan that checks labels. */
const labelCheckTask = 'labels';
const labelCheckModel = 'model';

/**
 * The plan of a study that says of each label of a set how likely it is, by a model that has not
 * learned from it: a cross-validation, no more. It is stopped, resumed and estimated as all studies.
 */
export function planLabelCheck({
  set,
  version,
  labels,
  model,
  folds,
  frozenEncoder,
}: LabelCheckOrder): JsonObject {
  const slug = set
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 24);
  // Two names must not give one study.
  const named = slug === set ? slug : `${slug}-${hashJson(set).slice(0, 6)}`.replace(/^-/, '');
  const by = model === null ? 'words' : frozenEncoder ? 'head' : 'model';
  return {
    name: ['label-check', named, `v${version}`, labels, by].join('-'),
    title: `Labels of ${Array.from(set).slice(0, 60).join('')}, version ${version}`,
    // To count words needs no engine: which is the fastest need not be measured.
    ...(model === null ? { engine: 'onnx-cpu' } : {}),
    models: model === null ? {} : { [labelCheckModel]: { start: { kind: 'library', model } } },
    tasks: {
      [labelCheckTask]: {
        kind: labels === 'classes' ? 'classification' : 'entities',
        ...(model === null ? { baselines: ['tf-idf'] } : { frozenEncoder }),
        folds,
        data: { format: 'set', set, version },
      },
    },
  };
}
