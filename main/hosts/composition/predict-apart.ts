import type { PredictText } from '#core/api/services/model-service.ts';
import type { Failure } from '#contract/failure.ts';
import type { Told } from '#core/base/phrase.ts';
import { forkApart, type ForkedProcess } from './fork-apart.ts';
import type { PredictorAnswer, PredictorQuestion } from './predictor-protocol.ts';
import { program } from './program-location.ts';

/** For which the process and its model are kept without a question. */
const usualIdleMs = 5 * 60_000;

export interface PredictorApart {
  readonly predict: PredictText;
  readonly close: () => void;
}

/**
 * Predicts in a process of its own, so that no window waits for a model to be loaded and a crash of
 * native code ends no host. The first question starts it; one follows the other. A crash is the
 * answer to the question at hand, and the next one starts another process.
 */
export function predictApart(
  workspace: Pick<PredictorQuestion, 'workspaceFolder' | 'rawKey'>,
  {
    entry = program.entries.predictor,
    idleMs = usualIdleMs,
  }: { entry?: string; idleMs?: number } = {},
): PredictorApart {
  let kept: ForkedProcess<PredictorQuestion, null> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let leave: NodeJS.Timeout | undefined;
  let onAnswer: (answer: PredictorAnswer) => void = () => undefined;

  function begin(): ForkedProcess<PredictorQuestion, null> {
    const begun = forkApart<PredictorQuestion, PredictorAnswer, null>({
      entry,
      flags: [],
      onReport: (answer) => {
        if ('ok' in answer) onAnswer(answer);
        return null;
      },
      crashed: (found) => {
        if (kept === begun) kept = null;
        onAnswer({ ok: false, failure: describeCrash(found) });
        return null;
      },
    });
    return begun;
  }

  const end = (): void => {
    clearTimeout(leave);
    kept?.kill();
    kept = null;
  };

  async function ask(question: PredictorQuestion): Promise<PredictorAnswer> {
    clearTimeout(leave);
    kept ??= begin();
    const asked = kept;
    const answer = await new Promise<PredictorAnswer>((resolve) => {
      onAnswer = resolve;
      asked.send(question);
    });
    onAnswer = () => undefined;
    leave = setTimeout(end, idleMs).unref();
    return answer;
  }

  return {
    predict: (modelId, text) => {
      const answered = turn.then(() => ask({ ...workspace, modelId, text }));
      turn = answered.catch(() => undefined);
      return answered;
    },
    close: end,
  };
}

function describeCrash(found: Told): Failure {
  return {
    code: 'predictor.crashed',
    expected: 'the process with the model to answer',
    found,
    remedy: 'Try again; if it happens again, the machine may have too little memory for the model.',
    place: null,
  };
}
