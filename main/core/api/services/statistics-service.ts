import { randomUUID } from 'node:crypto';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { selectDocuments } from '#core/collection/selection/select-documents.ts';
import { measureTokens } from '#core/collection/statistics/measure-tokens.ts';
import { openVocabulary } from '#core/library/vocabularies/open-vocabulary.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { nameForPeople } from '#core/study/results/name-for-people.ts';
import type { ApiEvent } from '../contract/events.ts';
import type { TokenTask } from '../contract/token-count.ts';
import type { StatisticsService } from '../ports.ts';
import { createStoppableWork } from './stoppable-work.ts';
import { toDocumentChoice } from './view-document.ts';

export interface StatisticsServiceOptions {
  readonly workspace: Workspace;
  readonly nowMs: () => number;
  /** An unforeseen error; its message may hold text and must not be logged. */
  readonly onFault: (error: unknown) => void;
}

/** Figures of documents: what the database counts at once, and tokens, which take their time. */
export function createStatisticsService(options: StatisticsServiceOptions): StatisticsService {
  const { workspace } = options;
  const listeners = new Set<(event: ApiEvent) => void>();
  const work = createStoppableWork<TokenTask>({
    ...options,
    onChange: (task) => {
      for (const listener of listeners) listener({ type: 'token-count', task });
    },
  });

  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    of: async (choice) => workspace.documentStatistics.of(toDocumentChoice(workspace, choice)),
    tokenTask: () => Promise.resolve(work.latest()),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    countTokens: async (request) => {
      if (work.isRunning()) throw busy();
      const { modelId } = request;
      const model = nameForPeople(workspace)(workspace.models.get(modelId));
      const selected = selectDocuments(workspace, toDocumentChoice(workspace, request.choice));
      const begun: TokenTask = {
        id: randomUUID(),
        request,
        model,
        state: 'running',
        share: null,
        result: null,
        failure: null,
      };
      work.start(begun, async (effects) => {
        const tokenizer = await openVocabulary(modelId, workspace);
        const countTokens = (text: string) => tokenizer.encode(text).ids.length;
        const result = await measureTokens(selected, countTokens, effects);
        return { ...begun, state: 'done', share: 1, result };
      });
      return begun.id;
    },
    stopTokens: () => {
      work.stop();
      return Promise.resolve();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => {
      work.stop();
    },
  };
}

function busy(): AnamnesisError {
  return new AnamnesisError('collection.count-running', {
    expected: say('leaving', 'noCountRunning'),
    found: say('leaving', 'oneRunning'),
    remedy: say('leaving', 'waitOrStop'),
  });
}
