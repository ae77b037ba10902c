import { AnamnesisError } from '#core/base/error.ts';
import type { ErrorCode } from '#core/base/error-codes.ts';
import type { ErrorDetails } from '#core/base/error.ts';
import type { Message } from '#core/bundle/message.ts';
import type { SealedContent } from '#core/bundle/sealed-file.ts';
import type { ModelState } from '#core/library/model-state.ts';
import { readSafetensors } from '#core/model/checkpoint/read-safetensors.ts';
import { writeSafetensors } from '#core/model/checkpoint/write-safetensors.ts';
import { say } from '#core/wording/say.ts';
import type { FineTuned } from '../runs/fine-tune.ts';

interface Facts {
  readonly configurationHash: string;
  readonly outcome: FineTuned['outcome'];
  /** Of a model that is kept, what is not in `model` of the input; its weights are the body. */
  readonly kept: Omit<NonNullable<FineTuned['kept']>, 'model'> | null;
}

export function packOutcome(
  configurationHash: string,
  { outcome, kept }: FineTuned,
): SealedContent {
  if (kept === null) return { facts: { configurationHash, outcome, kept } satisfies Facts };
  const { model, ...rest } = kept;
  const tensors = Array.from(model.weights ?? [], ([name, values]) => ({ name, values }));
  const facts: Facts = { configurationHash, outcome, kept: rest };
  return { facts, body: writeSafetensors(tensors) };
}

/** What a worker made of a model. @throws bundle.another-run */
export function unpackOutcome(
  { facts, body }: Message,
  { configurationHash, model }: { readonly configurationHash: string; readonly model: ModelState },
): FineTuned {
  const { outcome, kept, ...of } = facts as Facts;
  if (of.configurationHash !== configurationHash) {
    throw new AnamnesisError('bundle.another-run', {
      expected: say('cluster', 'sameRun'),
      found: say('cluster', 'anotherRun'),
      remedy: say('cluster', 'runStudyForNewBundle'),
    });
  }
  if (kept === null) return { outcome, kept };
  const { labels } = kept;
  return {
    outcome,
    kept: { ...kept, model: { ...model, weights: readSafetensors(body), labels } },
  };
}

/** Why a training failed, as it was said. */
export function packFailure({ code, told }: AnamnesisError): SealedContent {
  const { cause: _cause, ...details } = told;
  return { facts: { code, details } };
}

export function unpackFailure({ facts }: Message): AnamnesisError {
  const { code, details } = facts as { readonly code: ErrorCode; readonly details: ErrorDetails };
  return new AnamnesisError(code, details);
}
