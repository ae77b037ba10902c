import { adamwCase } from './adamw.ts';
import type { BenchCase } from './bench-case.ts';
import { checkpointImportCase } from './checkpoint-import.ts';
import { documentImportCase } from './document-import.ts';
import { documentWindowCase } from './document-window.ts';
import { fineTuningCases } from './fine-tuning.ts';
import { frozenEncoderCase } from './frozen-encoder.ts';
import { inferenceCase } from './inference.ts';
import { linearCostCase } from './linear-cost.ts';
import { explanationCase } from './explanation.ts';
import { mentionVectorsCase } from './mention-vectors.ts';
import { nearDuplicatesCase } from './near-duplicates.ts';
import { newModelCase } from './new-model.ts';
import { paddingCase } from './padding.ts';
import { pretrainingCases } from './pretraining.ts';
import { sideBySideCase } from './side-by-side.ts';
import { tokenisingCase, vocabularyCases } from './tokenising.ts';
import { vocabularyCostCase } from './vocabulary-cost.ts';

/** All that `npm run bench` can measure, in the order in which it does. */
export const benchCases: readonly BenchCase[] = [
  ...pretrainingCases,
  adamwCase,
  ...fineTuningCases,
  frozenEncoderCase,
  inferenceCase,
  linearCostCase,
  sideBySideCase,
  paddingCase,
  tokenisingCase,
  ...vocabularyCases,
  vocabularyCostCase,
  checkpointImportCase,
  documentImportCase,
  documentWindowCase,
  explanationCase,
  mentionVectorsCase,
  nearDuplicatesCase,
  newModelCase,
];
