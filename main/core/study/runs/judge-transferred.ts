import { pickExamples } from '../data/pick-examples.ts';
import type { PreparedTransfer } from '../data/prepared-transfer.ts';
import type { BaselineName, ClassificationBaseline } from '../plan/baselines.ts';
import { judgeClassifier, judgeDictionary } from './judge-baseline.ts';
import type { RunResult } from './run-result.ts';

/** Learns a baseline from the source of a transfer and measures it on a fold of the target. */
export function judgeTransferred(
  prepared: PreparedTransfer,
  { name, fold }: { readonly name: BaselineName; readonly fold: number },
): RunResult {
  const indices = prepared.target.folds[fold];
  const judgement =
    prepared.kind === 'classification'
      ? judgeClassifier(
          {
            learned: prepared.source.notes,
            tested: pickExamples(prepared.target, { learned: [], tested: indices }).notes,
            classes: prepared.target.classes,
          },
          { name: name as ClassificationBaseline, plan: prepared.plan },
        )
      : judgeDictionary({
          learned: prepared.source.sentences,
          tested: pickExamples(prepared.target, { learned: [], tested: indices }).sentences,
        });
  const trainCount =
    prepared.kind === 'classification'
      ? prepared.source.notes.length
      : prepared.source.sentences.length;
  const datasetHash = prepared.target.hash;
  return { ...judgement, summary: { trainCount, testCount: indices.length, datasetHash } };
}
