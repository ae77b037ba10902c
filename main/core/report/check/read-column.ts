import { metricDescriptions, type MetricName } from '#core/evaluation/metrics/metric-names.ts';
import { catalogue } from '#core/wording/catalogue.ts';

/** What a column of a table of results holds. */
export type ColumnMeaning =
  | { readonly kind: 'metric'; readonly name: MetricName }
  | { readonly kind: 'test'; readonly test: string }
  | {
      readonly kind:
        | 'task'
        | 'model'
        | 'label'
        | 'metric-name'
        | 'example-count'
        | 'pair-count'
        | 'model-a'
        | 'model-b'
        | 'difference'
        | 'p'
        | 'p-holm';
    };

type PlainKind = Exclude<ColumnMeaning['kind'], 'metric' | 'test'>;

/** Besides the words of our own reports: as papers and other programs write them. */
const otherMetrics: readonly (readonly [MetricName, readonly string[]])[] = [
  ['f1', ['f1 score', 'f score', 'f measure']],
  ['f1-macro', ['macro f1', 'f1 macro', 'macro f1 score', 'macro f']],
  ['f1-micro', ['micro f1', 'f1 micro', 'micro f1 score']],
  ['f1-weighted', ['weighted f1', 'f1 weighted']],
  ['precision', ['ppv', 'positive predictive value']],
  ['precision-macro', ['macro precision', 'precision macro']],
  ['precision-micro', ['micro precision', 'precision micro']],
  ['recall', ['sensitivity', 'sensitiviteit', 'sensibilidad', 'sensibilitate']],
  ['recall-macro', ['macro recall', 'recall macro']],
  ['recall-micro', ['micro recall', 'recall micro']],
  ['mcc', ['matthews correlation', 'matthews correlation coefficient']],
  ['accuracy', ['acc']],
];

const otherWords: Readonly<Record<PlainKind, readonly string[]>> = {
  task: ['task', 'dataset', 'corpus', 'taak', 'tarea', 'sarcina'],
  model: ['model', 'system', 'modelo'],
  label: ['class', 'label', 'type', 'entity', 'entity type', 'category', 'tag'],
  'metric-name': ['metric', 'measure', 'metriek', 'metrica'],
  'example-count': ['n', 'examples', 'notes', 'support', 'number of examples'],
  'pair-count': ['folds', 'pairs', 'number of folds'],
  'model-a': ['a', 'model a', 'model 1'],
  'model-b': ['b', 'model b', 'model 2', 'against'],
  difference: ['difference', 'delta', 'a b', 'a b 95', 'verschil', 'diferencia', 'diferenta'],
  p: ['p', 'p value', 'p wilcoxon'],
  'p-holm': ['p holm', 'holm', 'adjusted p', 'p adjusted', 'p value holm'],
};

const meanings = listMeanings();

function listMeanings(): ReadonlyMap<string, ColumnMeaning> {
  const found = new Map<string, ColumnMeaning>();
  const add = (words: string, meaning: ColumnMeaning) => found.set(plainWords(words), meaning);
  for (const [kind, words] of Object.entries(otherWords) as [PlainKind, readonly string[]][]) {
    for (const each of words) add(each, { kind });
  }
  for (const { metricNames, report } of Object.values(catalogue)) {
    for (const name of Object.keys(metricDescriptions) as MetricName[]) {
      add(metricNames[name], { kind: 'metric', name });
    }
    for (const kind of ['classification', 'multi-label', 'entities'] as const) {
      add(report.type(kind), { kind: 'label' });
    }
    add(report.model, { kind: 'model' });
    add(report.metric, { kind: 'metric-name' });
    // Words of ten folds are enough to know how a language counts them.
    for (let fold = 1; fold <= 100; fold++) {
      add(report.fold(fold), { kind: 'test', test: String(fold) });
    }
  }
  for (const [name, words] of otherMetrics) {
    for (const each of words) add(each, { kind: 'metric', name });
  }
  return found;
}

/** What a column is by its title, in any of our languages; null where nothing is known of it. */
export function readColumn(title: string): ColumnMeaning | null {
  return meanings.get(plainWords(title)) ?? null;
}

/** Without case, accents, signs and what stands for per cent. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
