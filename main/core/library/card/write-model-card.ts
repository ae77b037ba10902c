import { maxTokensOf, type Head } from '#core/model/configuration.ts';
import type { Expected, ScreeningRule } from '#core/domain/screening-rule.ts';
import type { LineageStep } from '../lineage.ts';
import { demanded, toPercent } from '../quantised/agreement.ts';
import type { CardContent, CardMetric } from './card-content.ts';

const purposes = {
  'masked-language-model': {
    pipeline: 'fill-mask',
    use: 'Fine-tuning on text like that it was trained on, and filling in masked words. It decides nothing by itself.',
  },
  'sequence-classification': {
    pipeline: 'text-classification',
    use: 'Sorting texts like those it was trained on into the classes below, for a person to review.',
  },
  'token-classification': {
    pipeline: 'token-classification',
    use: 'Marking entities of the types below in text like that it was trained on, for a person to review.',
  },
  none: {
    pipeline: 'feature-extraction',
    use: 'A start for further training: the bare encoder, without a head.',
  },
} as const satisfies Record<Head['kind'] | 'none', { pipeline: string; use: string }>;

/** The model card, as Markdown with the header that model hubs read. */
export function writeModelCard(card: CardContent): string {
  const { record } = card;
  const purpose = purposes[record.head?.kind ?? 'none'];
  const sections = [
    `---\nlibrary_name: transformers\npipeline_tag: ${purpose.pipeline}\n---`,
    `# ${card.name}`,
    `Written by Anamnesis ${card.programVersion}.`,
    `## Intended use\n\n${purpose.use}`,
    ...(record.labels === null ? [] : [`Classes, in order: ${quoteAll(record.labels)}.`]),
    `## Model\n\n${table(['property', 'value'], properties(card))}`,
    `## Where it comes from\n\nThe first of the line on top. Data is named by its SHA-256.\n\n${table(
      ['step', 'model', 'study', 'run', 'data'],
      card.lineage.map(lineageRow),
    )}`,
    `## Measured\n\n${explainFolds(card)}${measured(card.metrics)}`,
    ...(card.rule === null ? [] : [`## Calibration and threshold\n\n${screening(card.rule)}`]),
    ...(card.quantised === null ? [] : [`## Quantised form\n\n${quantised(card.quantised)}`]),
    `## Limits\n\n${limits(card).join('\n')}`,
    `## Files\n\n\`sha256sum --check checksums.sha256\` tells whether they are whole.`,
  ];
  return `${sections.join('\n\n')}\n`;
}

/** Numbers with 3 decimals; calibrators as JSON, so that another program can apply them. */
function screening(rule: ScreeningRule): string {
  const { label, calibrator, threshold, wanted, prevalence } = rule;
  const range = ({ value, lower, upper }: Expected, digits = 3) =>
    `${value.toFixed(digits)} (${lower.toFixed(digits)} to ${upper.toFixed(digits)})`;
  const known = (name: string, figure: Expected | null, digits?: number) =>
    figure === null ? [] : [[name, range(figure, digits)]];
  const rows = [
    ['class looked for', label],
    ['learned from', `${rule.notes} notes, ${rule.positives} of the class, ${rule.folds} folds`],
    ['calibrator', calibrator === null ? 'none' : `\`${JSON.stringify(calibrator)}\``],
    ['wanted sensitivity', `${wanted.sensitivity} with ${100 * wanted.confidence} % confidence`],
    ...(threshold === null
      ? [['alert from', `cannot be claimed: ${rule.neededPositives} notes of the class are needed`]]
      : [
          ['alert from', threshold.probability.toFixed(4)],
          ...known('sensitivity', threshold.sensitivity),
          ...known('specificity', threshold.specificity),
          ...known('PPV', threshold.ppv),
          ...known('alerts per 1,000', threshold.alertsPerThousand, 0),
        ]),
    ['prevalence', `${prevalence}${rule.isPrevalenceStated ? ', stated' : ', of these notes'}`],
  ];
  return `From scores of notes that the models of the folds had not learned from; in brackets 95 % intervals. For a model that was trained on all of them it is approximate, until a locked set confirms it.\n\n${table(['property', 'value'], rows)}`;
}

function explainFolds({ record, metrics }: CardContent): string {
  if (metrics.length === 0) return '';
  return record.origin.kind === 'fine-tuning'
    ? record.origin.fold === null
      ? 'Trained on all labels, so that none is left to measure it on: what to expect of it is told by models that were trained alike on all folds of a cross-validation but one, measured on that one.\n\n'
      : 'Trained on all folds of a cross-validation but this one, on which it was measured.\n\n'
    : 'Not this model itself, but what became of it when it was fine-tuned on all folds of a cross-validation but one, measured on that one.\n\n';
}

function properties(card: CardContent): string[][] {
  const { record, parameterCount, pieceCount, weightsSha256 } = card;
  const { encoder, family, head } = record;
  return [
    ['family', family],
    ['head', head?.kind ?? 'none'],
    ['parameters', String(parameterCount)],
    [
      'layers × hidden size × heads',
      `${encoder.layerCount} × ${encoder.hiddenSize} × ${encoder.headCount}`,
    ],
    ['vocabulary', `${pieceCount} pieces`],
    ['longest text', `${maxTokensOf(encoder)} tokens`],
    ['SHA-256 of the weights in the workspace', `\`${weightsSha256}\``],
  ];
}

function lineageRow({ step, name, study, runId, sourceHash, data }: LineageStep): string[] {
  const hashes = Object.entries(data).map(([of, hash]) => `${of} \`${hash}\``);
  if (sourceHash !== null) hashes.push(`checkpoint folder \`${sourceHash}\``);
  return [step, name, study ?? '', runId === null ? '' : `\`${runId}\``, hashes.join('; ')];
}

/** A line per fold, a column per metric, the mean below: one table for each task. */
function measured(metrics: readonly CardMetric[]): string {
  if (metrics.length === 0) return 'Nothing: no run of the workspace measured this model.';
  return unique(metrics.map(({ task }) => task))
    .map((task) => `### ${task}\n\n${tableOfTask(metrics.filter((each) => each.task === task))}`)
    .join('\n\n');
}

function tableOfTask(metrics: readonly CardMetric[]): string {
  const names = unique(metrics.map(({ name }) => name));
  const runs = unique(metrics.map(({ runId }) => runId)).map((runId) => {
    const own = metrics.filter((metric) => metric.runId === runId);
    const values = names.map((name) => own.find((metric) => metric.name === name)?.value);
    return { fold: String(own[0].fold), runId: `\`${runId}\``, values };
  });
  const means = names.map((_, column) => meanOf(runs.map(({ values }) => values[column])));
  return table(
    ['fold', ...names, 'run'],
    [
      ...runs.map(({ fold, runId, values }) => [fold, ...values.map(format), runId]),
      ...(runs.length > 1 ? [['mean', ...means.map(format), '']] : []),
    ],
  );
}

function meanOf(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value): value is number => Number.isFinite(value));
  return known.length === 0 ? undefined : known.reduce((a, b) => a + b, 0) / known.length;
}

function format(value: number | undefined): string {
  return Number.isFinite(value) ? (value ?? 0).toFixed(4) : '';
}

function limits({ record, lineage, withOnnx, quantised: form }: CardContent): string[] {
  const isTrainedHere = record.origin.kind !== 'checkpoint';
  const hasOwnWords = lineage[0].step !== 'imported' || lineage.some(isExtension);
  return [
    ...(isTrainedHere
      ? [
          '- Weights can repeat pieces of the text that they were trained on. Whether these do was not examined. Guard this folder as you guard that text.',
        ]
      : ['- The weights are those of an imported checkpoint; its own licence and limits hold.']),
    ...(hasOwnWords
      ? [
          '- The vocabulary holds frequent words of the text that it was made for. Look whether names of persons are among them before this folder leaves.',
        ]
      : []),
    '- Text of another hospital, language or time can be read worse; measure before use.',
    '- No medical device: a person decides.',
    withOnnx
      ? `- \`onnx/model.onnx\` is float32, for texts padded on the right${form === null ? '; a quantised form is not included' : ''}.`
      : '- `onnx/model.onnx` is not included.',
  ];
}

function quantised(form: NonNullable<CardContent['quantised']>): string {
  const { textCount, targetCount, distinctCount, sameShare, meanCosine, sha256 } = form;
  const same =
    sameShare === null
      ? ''
      : `the same prediction for ${toPercent(sameShare)} (at least ${toPercent(demanded.sameShare)} were asked for), `;
  return [
    '`onnx/model_quantized.onnx` holds matrices and word embeddings as int8, symmetric with a scale per row; activations are quantised to 8 bits as they come (`dtype: "q8"`, or `quantized: true`, in transformers.js).',
    `Against \`onnx/model.onnx\`, for ${targetCount} predictions${distinctCount === null ? '' : ` of ${distinctCount} different kinds`} in ${textCount} texts: ${same}a mean cosine of ${meanCosine.toFixed(4)} (at least ${demanded.meanCosine} was asked for). The texts, one at a time: file with SHA-256 \`${sha256}\`. Measure it on your own text before use.`,
  ].join('\n\n');
}

function isExtension({ step }: LineageStep): boolean {
  return step === 'extended';
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeCell).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Names come from plans and data: none may break a table. */
function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}

function quoteAll(names: readonly string[]): string {
  return names.map((name) => `\`${name.replaceAll(/[`\s]+/g, ' ')}\``).join(', ');
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
