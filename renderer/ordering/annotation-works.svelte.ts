import type { ModelWork } from '#contract/annotation-model.ts';
import type { ApiEvent } from '#contract/events.ts';
import type { Client } from '../client/client.ts';

type Suggesting = Extract<ApiEvent, { type: 'annotation-suggesting' }>;

const storageKey = 'anamnesis.suggesting-models';

/** What models do in projects, and the words that are looked up in them, kept current by events. */
export class AnnotationWorks {
  /** The one that runs, or the latest; null when none was begun. */
  latest = $state.raw<ModelWork | null>(null);
  /** Words that are looked up, by person. */
  suggesting = $state.raw<Readonly<Record<string, Suggesting>>>({});
  /** Raised when what comes next, or what a model could learn from, may be another. */
  version = $state(0);
  /** By project, the model that is asked ahead while a person labels. */
  #models = $state.raw<Readonly<Record<string, string>>>(readModels());
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      this.latest = (await this.#client.call('annotation.modelWork', {})).work;
    } catch {
      // What is shown beside it says what is wrong with the connection.
    }
  }

  take(event: ApiEvent): void {
    if (event.type === 'annotation-model-work') this.latest = event.work;
    if (event.type === 'annotation-suggesting') {
      const { [event.personId]: _, ...others } = this.suggesting;
      this.suggesting = event.share === null ? others : { ...others, [event.personId]: event };
    }
    if (changing.has(event.type)) this.version += 1;
  }

  /** Of a project; null where no model is asked ahead. */
  modelOf(projectId: number): string | null {
    return this.#models[projectId] ?? null;
  }

  /** A reload keeps it. */
  askAhead(projectId: number, modelId: string | null): void {
    const { [projectId]: _, ...others } = this.#models;
    this.#models = modelId === null ? others : { ...others, [projectId]: modelId };
    sessionStorage.setItem(storageKey, JSON.stringify(this.#models));
  }
}

const changing = new Set<ApiEvent['type']>([
  'annotation-projects-changed',
  'models-changed',
  'study-changed',
  'study-removed',
]);

function readModels(): Readonly<Record<string, string>> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? '{}');
    return Object.fromEntries(
      Object.entries(stored ?? {}).filter(([, id]) => typeof id === 'string'),
    );
  } catch {
    return {};
  }
}
