import type { SealedContent } from '#core/bundle/sealed-file.ts';
import type { Message } from '#core/bundle/message.ts';
import type { ModelState } from '#core/library/model-state.ts';
import { readSafetensors } from '#core/model/checkpoint/read-safetensors.ts';
import { writeSafetensors } from '#core/model/checkpoint/write-safetensors.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import type { Precision } from '#core/training/precision.ts';
import type { PreparedTask } from '../data/prepared-task.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';

/** All that a fold needs, wherever it is computed. */
export interface FoldInput {
  /** Of the run: what it comes to is taken for no other. */
  readonly configurationHash: string;
  readonly engine: { readonly name: string; readonly precision: Precision };
  readonly model: ModelState;
  readonly modelName: string;
  readonly task: PreparedTask;
  readonly plan: TaskPlan;
  readonly fold: number;
  readonly seed: number;
}

type Facts = Omit<FoldInput, 'model' | 'task'> & {
  readonly model: Omit<ModelState, 'tokenizer' | 'weights'> & {
    readonly tokenizerFiles: Readonly<Record<string, string>>;
    readonly hasWeights: boolean;
  };
  readonly task: PackedTask;
};

/** Arrays of numbers as JSON has them. */
type PackedTask = Omit<PreparedTask, 'folds' | 'learned'> & {
  readonly folds: readonly (readonly number[])[];
  readonly learned: readonly (readonly number[])[] | null;
};

export function packFold({ model, task, ...rest }: FoldInput): SealedContent {
  const { tokenizer, weights, ...shape } = model;
  const facts: Facts = {
    ...rest,
    model: { ...shape, tokenizerFiles: tokenizer.toFiles(), hasWeights: weights !== null },
    task: packTask(task),
  };
  const tensors = Array.from(weights ?? [], ([name, values]) => ({ name, values }));
  return { facts, body: writeSafetensors(tensors) };
}

export function unpackFold({ facts, body }: Message): FoldInput {
  const { model, task, ...rest } = facts as Facts;
  const { tokenizerFiles, hasWeights, ...shape } = model;
  return {
    ...rest,
    model: {
      ...shape,
      tokenizer: openTokenizer(tokenizerFiles),
      weights: hasWeights ? readSafetensors(body) : null,
    },
    task: unpackTask(task),
  };
}

function packTask(task: PreparedTask): PackedTask {
  const { folds, learned } = task;
  return {
    ...(task.kind === 'entities' ? { ...task, sentences: task.sentences.map(copySentence) } : task),
    folds: folds.map((fold) => [...fold]),
    learned: learned === null ? null : learned.map((fold) => [...fold]),
  };
}

function unpackTask({ folds, learned, ...task }: PackedTask): PreparedTask {
  return {
    ...task,
    folds: folds.map((fold) => Int32Array.from(fold)),
    learned: learned === null ? null : learned.map((fold) => Int32Array.from(fold)),
    // Of one kind, with the fields of that kind, which a union does not say.
  } as unknown as PreparedTask;
}

type Sentence = Extract<PreparedTask, { kind: 'entities' }>['sentences'][number];

/** A packed sentence has no properties of its own. */
function copySentence({ id, text, words, tags, groupId, date }: Sentence): Sentence {
  return { id, text, words, tags, groupId, ...(date === undefined ? {} : { date }) };
}
