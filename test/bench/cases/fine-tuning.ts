import type { Head } from '#core/model/configuration.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import type { Example } from '#core/training/example.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';

import {
  countTokens,
  groupedBatches,
  paddingShare,
  shuffledBatches,
} from '../data/plan-batches.ts';
import {
  cantemistTags,
  encodeCantemist,
  encodeNubes,
  openMultilingualTokenizer,
} from '../data/real-examples.ts';
import { findAbsent } from '../data/shared-data.ts';
import type { ModelJob } from '../jobs.ts';
import { encoderOf } from '../model-shapes.ts';
import { formatShare } from '../report/format.ts';
import type { Comparison } from '../report/results.ts';
import type { BenchCase, BenchContext } from './bench-case.ts';
import { ourEntrant, raceModels, roundsOf, type Entrant } from './race-models.ts';

interface Source {
  readonly title: string;
  readonly head: Head;
  readonly read: (tokenizer: Tokenizer) => Example[];
  /** Least ratio to tuned PyTorch with dynamic padding. */
  readonly target: number | null;
}

const batchSize = 16;
/** As many as training sorts together, so that batches are as alike as in a whole epoch. */
const exampleCount = 800;

/** BERT small has fewer words than multilingual BERT; the lengths stay those of the real texts. */
function foldIds(example: Example, vocabularySize: number): Example {
  return { ...example, ids: example.ids.map((id) => id % vocabularySize) };
}

async function measure(
  source: Source,
  dropoutRate: number,
  context: BenchContext,
): Promise<Comparison> {
  const encoder = encoderOf('small');
  const all = source.read(openMultilingualTokenizer()).filter(({ positions }) => positions.length);
  const examples = new RandomStream(3, 'sample')
    .shuffle([...all])
    .slice(0, context.quick ? 4 * batchSize : exampleCount)
    .map((example) => foldIds(example, encoder.vocabularySize));
  const plans = {
    grouped: groupedBatches(examples, batchSize),
    shuffled: shuffledBatches(examples, batchSize),
  };
  const job: ModelJob = {
    kind: 'training',
    encoder,
    head: source.head,
    dropoutRate,
    threads: context.threads,
    plans,
    checkLosses: ['every-position', 'targets-only'],
  };
  const dynamic = (label: string) => `${label}, Hugging Face computation, dynamic padding`;
  const entrants: Entrant[] = [
    ourEntrant('grouped'),
    ...context.torch.settings.flatMap((setting): Entrant[] => [
      { name: dynamic(setting.label), setting, plan: 'shuffled', places: 'every-position' },
      {
        name: `${setting.label}, our batches and targets only`,
        setting,
        plan: 'grouped',
        places: 'targets-only',
      },
    ]),
  ];
  // As shipped, an epoch takes minutes: once is enough to know the ratio to the tuned one.
  const chosen = entrants.filter(
    ({ setting, plan }) => setting?.id !== 'as shipped' || plan === 'shuffled',
  );
  const rounds = roundsOf(context, 3);
  const rows = await raceModels(job, chosen, {
    context,
    rounds,
    repeat: 1,
    measured: 'epoch',
    peaks: false,
  });
  const tuned = context.torch.settings.find(({ id }) => id === 'tuned');
  return {
    kind: 'comparison',
    title: `${source.title}, BERT small, batches of ${batchSize}, dropout ${dropoutRate}`,
    work: { amount: countTokens(plans.grouped), unit: 'tokens' },
    rounds: rounds.count,
    rows,
    targets:
      tuned === undefined || source.target === null
        ? []
        : [{ against: dynamic(tuned.label), ratio: source.target }],
    facts: {
      examples: examples.length,
      'padding in our batches': formatShare(paddingShare(plans.grouped)),
      'padding in shuffled batches': formatShare(paddingShare(plans.shuffled)),
    },
  };
}

function fineTuningCase(name: string, source: Source, dropoutRate: number): BenchCase {
  return {
    name,
    title: source.title,
    quick: false,
    obstacle: () => findAbsent(['cantemist', 'nubes', 'vocabulary']),
    measure: async (context) => ({ tables: [await measure(source, dropoutRate, context)] }),
  };
}

const cantemist: Source = {
  title: 'Fine-tuning on sentences of CANTEMIST (token classification)',
  head: { kind: 'token-classification', labelCount: cantemistTags.length },
  read: encodeCantemist,
  target: 2,
};
const nubes: Source = {
  title: 'Fine-tuning on rows of NUBes (sequence classification)',
  head: { kind: 'sequence-classification', labelCount: 2 },
  read: encodeNubes,
  target: null,
};

export const fineTuningCases: readonly BenchCase[] = [
  fineTuningCase('fine-tuning-cantemist', cantemist, 0),
  fineTuningCase('fine-tuning-cantemist-dropout', { ...cantemist, target: null }, 0.1),
  fineTuningCase('fine-tuning-nubes', nubes, 0),
];
