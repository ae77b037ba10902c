import type { ModelWorkRequest, QueueOrderView } from '#contract/annotation-model.ts';

type Way = NonNullable<QueueOrderView['latest']>['by'];

/** Which documents of a project come next, and the models that order them and suggest labels. */
export interface OrderingMessages {
  readonly lead: string;
  readonly first: string;
  readonly noTest: string;
  readonly test: (documents: number) => string;
  readonly testDone: string;
  readonly testDoneOf: (done: string, all: string) => string;
  readonly rest: string;
  readonly ways: Readonly<Record<Way, string>>;
  readonly wayNotes: Readonly<Record<Way, string>>;
  readonly likelyOf: (label: string) => string;
  readonly asMade: string;
  readonly orderedAt: (moment: string) => string;
  readonly orderedBy: (moment: string, person: string) => string;
  readonly chosen: (documents: number) => string;
  readonly byModel: string;
  readonly learned: (documents: number, labels: number, set: string, version: number) => string;
  readonly learnedElsewhere: string;
  readonly learnable: string;
  readonly untouched: string;
  readonly order: string;
  readonly model: string;
  readonly noModel: string;
  readonly label: string;
  readonly seed: string;
  readonly orderNow: (documents: number) => string;
  readonly workNames: Readonly<Record<ModelWorkRequest['kind'], string>>;
  readonly workDone: Readonly<Record<ModelWorkRequest['kind'], (documents: number) => string>>;
  readonly workStopped: string;
  readonly busyElsewhere: string;
  readonly stop: string;
  readonly training: string;
  readonly learnsFrom: (documents: number) => string;
  readonly startFrom: string;
  readonly howMuch: string;
  readonly headOnly: string;
  readonly wholeModel: string;
  readonly train: string;
  readonly trainingOf: (study: string) => string;
  readonly made: string;
  readonly soFar: (project: string) => string;
  readonly modelOf: (project: string, labels: string) => string;
  readonly askAhead: string;
  readonly askAheadNote: string;
  readonly suggestEverywhere: string;
  readonly lookedUp: string;
  readonly lookUpStopped: string;
}
