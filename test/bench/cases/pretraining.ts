import { randomMaskedBatch } from '../data/random-batches.ts';
import type { HeadPlaces, ModelJob } from '../jobs.ts';
import type { Contestant } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import { listProducts } from '../measure/matrix-products.ts';
import { encoderOf, type ModelSize } from '../model-shapes.ts';
import { formatShare } from '../report/format.ts';
import type { Comparison, Row, Target } from '../report/results.ts';
import { openWorker } from '../workers/line-process.ts';
import type { TorchSetting } from '../workers/torch-settings.ts';
import type { BenchCase, BenchContext } from './bench-case.ts';
import { ourCommand, ourEntrant, raceModels, roundsOf, type Entrant } from './race-models.ts';

const productsName = 'matrix products alone (onnxruntime)';
const head = { kind: 'masked-language-model' } as const;

const placeNames = {
  'every-position': 'Hugging Face computation',
  'targets-only': 'masked positions only',
} as const satisfies Record<HeadPlaces, string>;

export const torchName = (setting: TorchSetting, places: HeadPlaces) =>
  `${setting.label}, ${placeNames[places]}`;

interface PretrainingShape {
  readonly size: ModelSize;
  readonly rows: number;
  readonly columns: number;
  readonly dropoutRate: number;
  /** Steps per turn. */
  readonly repeat: number;
  readonly maxRounds: number;
  readonly peaks: boolean;
  /** Least ratios to tuned PyTorch: Hugging Face's computation, and ours in PyTorch. */
  readonly targets: Partial<Record<HeadPlaces, number>>;
}

/** The share of our step that its matrix products would take with nothing around them. */
function productFacts(rows: readonly Row[], operations: number): Comparison['facts'] {
  const products = rows.find(({ name }) => name === productsName);
  if (products === undefined) return {};
  return {
    'matrix products of a step, GFLOP': (operations / 1e9).toFixed(1),
    'raw speed of these products, GFLOPS': (operations / 1e6 / products.medianMs).toFixed(0),
    'share of that speed that our whole step reaches': formatShare(products.ratio ?? 0),
  };
}

async function measure(shape: PretrainingShape, context: BenchContext): Promise<Comparison> {
  const { size, rows, columns } = shape;
  const encoder = encoderOf(size);
  const { threads } = context;
  const batch = randomMaskedBatch(rows, columns, encoder.vocabularySize);
  const sizes = { rows, columns, targets: batch.positions.length };
  const everyWay = ['every-position', 'targets-only'] as const;
  const job: ModelJob = {
    kind: 'training',
    encoder,
    head,
    dropoutRate: shape.dropoutRate,
    threads,
    plans: { step: [batch] },
    checkLosses: everyWay,
  };
  const entrants: Entrant[] = [
    ourEntrant('step'),
    ...context.torch.settings.flatMap((setting) =>
      everyWay.map((places) => ({
        name: torchName(setting, places),
        setting,
        plan: 'step',
        places,
      })),
    ),
  ];
  const products = await openWorker(ourCommand, {
    kind: 'products',
    encoder,
    head,
    threads,
    sizes,
  });
  const limit: Contestant = {
    name: productsName,
    run: async () => {
      const request = { plan: '', repeat: shape.repeat, places: 'targets-only' } as const;
      return median((await products.run(request)).computeMs);
    },
  };
  const measured = await raceModels(job, entrants, {
    context,
    rounds: roundsOf(context, shape.maxRounds),
    repeat: context.quick ? 1 : shape.repeat,
    measured: 'step',
    peaks: shape.peaks && !context.quick,
    besides: [limit],
  });
  await products.close();
  const operations = listProducts({ encoder, head, sizes }).reduce(
    (sum, product) => sum + product.count * product.operations,
    0,
  );
  const tuned = context.torch.settings.find(({ id }) => id === 'tuned');
  return {
    kind: 'comparison',
    title: titleOf(shape),
    work: { amount: rows * columns, unit: 'tokens' },
    rounds: roundsOf(context, shape.maxRounds).count,
    rows: measured,
    targets:
      tuned === undefined
        ? []
        : everyWay.flatMap((places): Target[] => {
            const ratio = shape.targets[places];
            return ratio === undefined ? [] : [{ against: torchName(tuned, places), ratio }];
          }),
    facts: productFacts(measured, operations),
  };
}

function titleOf({ size, rows, columns, dropoutRate }: PretrainingShape): string {
  const encoder = encoderOf(size);
  const name = size === 'base' ? 'multilingual BERT-base' : `BERT ${size}`;
  const dropout = dropoutRate === 0 ? '' : `, dropout ${dropoutRate}`;
  return `Pre-training step, ${name} (${encoder.layerCount} layers of ${encoder.hiddenSize}, vocabulary ${encoder.vocabularySize.toLocaleString('en')}), ${rows} × ${columns} tokens${dropout}`;
}

function pretrainingCase(
  name: string,
  shape: Partial<PretrainingShape> & Pick<PretrainingShape, 'size' | 'targets'>,
): BenchCase {
  const whole: PretrainingShape = {
    rows: 8,
    columns: 128,
    dropoutRate: 0,
    repeat: 1,
    maxRounds: Infinity,
    peaks: true,
    ...shape,
  };
  return {
    name,
    title: titleOf(whole),
    quick: whole.size === 'tiny',
    measure: async (context) => ({ tables: [await measure(whole, context)] }),
  };
}

export const pretrainingCases: readonly BenchCase[] = [
  pretrainingCase('pretraining-tiny', {
    size: 'tiny',
    repeat: 5,
    targets: { 'every-position': 3.5, 'targets-only': 1.3 },
  }),
  pretrainingCase('pretraining-mini', {
    size: 'mini',
    repeat: 3,
    targets: { 'every-position': 2, 'targets-only': 1.05 },
  }),
  pretrainingCase('pretraining-small', {
    size: 'small',
    repeat: 2,
    targets: { 'every-position': 1.7, 'targets-only': 1.05 },
  }),
  pretrainingCase('pretraining-small-dropout', {
    size: 'small',
    repeat: 2,
    dropoutRate: 0.1,
    peaks: false,
    targets: {},
  }),
  pretrainingCase('pretraining-base', {
    size: 'base',
    maxRounds: 5,
    targets: { 'every-position': 1.7, 'targets-only': 1.05 },
  }),
  pretrainingCase('pretraining-base-2x512', {
    size: 'base',
    rows: 2,
    columns: 512,
    maxRounds: 5,
    peaks: false,
    targets: {},
  }),
];
