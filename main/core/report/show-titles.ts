import type { StudyResults, TransferComparison, TransferResults } from './study-results.ts';

/** How a person reads the names of a plan: by title where there is one. */
export interface ShownNames {
  readonly study: string;
  readonly model: (identifier: string) => string;
  readonly task: (identifier: string) => string;
}

interface Titled {
  readonly name: string;
  readonly title: string | null;
}

/** Names for people. `isolate` is for what lays out right-to-left text itself. */
export function readShownNames(
  { study, models, tasks }: Titles,
  { isolate }: { readonly isolate: boolean },
): ShownNames {
  const show = ({ name, title }: Titled) =>
    title === null ? name : isolate ? isolateDirection(title) : title;
  const lookUp = (named: readonly Titled[]) => {
    const shown = new Map(named.map((each) => [each.name, show(each)]));
    return (identifier: string) => shown.get(identifier) ?? identifier;
  };
  return { study: show(study), model: lookUp(models), task: lookUp(tasks) };
}

/** Where the titles of a study stand. */
interface Titles {
  readonly study: Titled;
  readonly models: readonly Titled[];
  readonly tasks: readonly Titled[];
}

/**
 * Text of another direction in a sentence of ours would take punctuation and figures beside it
 * along; between these two characters (Unicode's first strong isolate) it does not.
 */
function isolateDirection(text: string): string {
  return /^[\u0020-\u007e]*$/.test(text) ? text : `\u2068${text}\u2069`;
}

/** Results as people read them: titles in the place of the identifiers of models and tasks. */
export function showTitles(
  results: StudyResults,
  {
    frozen,
    ...options
  }: {
    readonly isolate: boolean;
    /** A task whose models have a frozen encoder, as tables must name it. */
    readonly frozen: (task: string) => string;
  },
): StudyResults {
  const { study, model, task: titleOf } = readShownNames(results, options);
  const isFrozen = new Set(
    results.tasks.filter(({ frozenEncoder }) => frozenEncoder).map(({ name }) => name),
  );
  const task = (name: string) => (isFrozen.has(name) ? frozen(titleOf(name)) : titleOf(name));
  const both = (name: string) => task(model(name));
  return {
    ...results,
    study: { ...results.study, name: study },
    models: results.models.map((each) => ({ ...each, name: model(each.name) })),
    tasks: results.tasks.map((each) => ({ ...each, name: task(each.name) })),
    perplexities: results.perplexities.map((row) => ({ ...row, model: model(row.model) })),
    vocabularies: results.vocabularies.map((each) =>
      each.kind === 'extended' ? { ...each, name: model(each.name) } : each,
    ),
    runs: results.runs.map((run) => ({
      ...run,
      model: run.model === null ? null : model(run.model),
      task: run.task === null ? null : task(run.task),
    })),
    measurements: results.measurements.map((each) => ({
      ...each,
      model: model(each.model),
      task: task(each.task),
    })),
    comparisons: results.comparisons.map((each) => ({
      ...each,
      task: task(each.task),
      modelA: model(each.modelA),
      modelB: model(each.modelB),
    })),
    ranks: results.ranks.map((each) => ({
      ...each,
      task: each.task === null ? null : task(each.task),
      models: each.models.map(model),
      pairs: each.pairs.map((pair) => ({
        ...pair,
        modelA: model(pair.modelA),
        modelB: model(pair.modelB),
      })),
    })),
    judgements: results.judgements.map((each) => ({
      ...each,
      task: task(each.task),
      models: each.models.map((judged) => ({ ...judged, model: model(judged.model) })),
      pairs: each.pairs.map((pair) => ({
        ...pair,
        modelA: model(pair.modelA),
        modelB: model(pair.modelB),
      })),
    })),
    ...(results.transfers === undefined
      ? {}
      : { transfers: results.transfers.map((each) => showTransfer(each, { model, task })) }),
    warnings: results.warnings.map((each) => ({
      ...each,
      about: each.about === results.study.name ? study : both(each.about),
    })),
  };
}

function showTransfer(
  transfer: TransferResults,
  { model, task }: Pick<ShownNames, 'model' | 'task'>,
): TransferResults {
  const side = (each: TransferComparison['a']) => ({ ...each, model: model(each.model) });
  return {
    ...transfer,
    source: task(transfer.source),
    target: task(transfer.target),
    measurements: transfer.measurements.map((each) => ({ ...each, model: model(each.model) })),
    comparisons: transfer.comparisons.map((each) => ({
      ...each,
      a: side(each.a),
      b: side(each.b),
    })),
  };
}
