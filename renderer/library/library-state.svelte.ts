import type { ApiEvent } from '#contract/events.ts';
import type {
  ModelDetails,
  ModelLibraryView,
  ModelTask,
  ModelTaskRequest,
} from '#contract/models.ts';
import type { Client } from '../client/client.ts';
import { Resource } from '../state/resource.svelte.ts';
import { noFilter } from './filter-models.ts';
import { newestFirst } from './sort-models.ts';

const storageKey = 'anamnesis.model-task';

type ExportRequest = Extract<ModelTaskRequest, { kind: 'export' }>;

/** The models of the workspace, kept current by events while they are looked at. */
export class LibraryState {
  readonly library: Resource<ModelLibraryView>;
  /** The import, check or export that runs, or the latest; null when none was begun. */
  task = $state.raw<ModelTask | null>(null);
  opened = $state.raw<OpenedModel | null>(null);
  /** What the list shows; it stays while one model is looked at. */
  filter = $state.raw(noFilter);
  order = $state.raw(newestFirst);
  readonly #client: Client;
  #isShown = false;
  /** The latest that this window began; a reload keeps it. */
  #ownTaskId = $state(sessionStorage.getItem(storageKey));

  constructor(client: Client) {
    this.#client = client;
    this.library = new Resource(() => client.call('models.list', {}));
  }

  /** With null the list is looked at, with an id also that model. */
  show(modelId: string | null): void {
    this.#isShown = true;
    if (modelId === null) this.opened = null;
    else if (this.opened?.modelId !== modelId) {
      this.opened = new OpenedModel(this.#client, modelId);
    }
    void this.load();
  }

  hide(): void {
    this.#isShown = false;
    this.opened = null;
  }

  async load(): Promise<void> {
    if (!this.#isShown) return;
    await Promise.all([this.library.load(), this.opened?.details.load(), this.#loadTask()]);
  }

  /** What is shown of it: how each ended stands in the window that began it, until dismissed. */
  readonly shownTask = $derived.by((): ModelTask | null => {
    const { task } = this;
    return task?.state === 'running' || task?.id === this.#ownTaskId ? task : null;
  });

  /** Throws a CallError. Returns the id of the task. */
  async startTask(request: ModelTaskRequest): Promise<string> {
    const { taskId } = await this.#client.call('models.startTask', { request });
    this.#ownTaskId = taskId;
    sessionStorage.setItem(storageKey, taskId);
    return taskId;
  }

  dismissTask(): void {
    this.#ownTaskId = null;
    sessionStorage.removeItem(storageKey);
  }

  /** The latest work, if it was an export of this model that was refused. */
  findRefusedExport(modelId: string): ExportRequest | null {
    const task = this.shownTask;
    const isRefused = task?.state === 'failed' && task.modelId === modelId;
    return isRefused && task.request.kind === 'export' ? task.request : null;
  }

  take(event: ApiEvent): void {
    if (event.type === 'model-task') this.task = event.task;
    // What a study has made, or made anew, is in the library too.
    if (event.type === 'models-changed' || event.type === 'study-changed') void this.load();
  }

  async #loadTask(): Promise<void> {
    try {
      this.task = (await this.#client.call('models.task', {})).task;
    } catch {
      // The list beside it says what is wrong with the connection.
    }
  }
}

/** One model whose details are shown. */
class OpenedModel {
  readonly modelId: string;
  readonly details: Resource<ModelDetails>;

  constructor(client: Client, modelId: string) {
    this.modelId = modelId;
    this.details = new Resource(() => client.call('models.get', { modelId }));
  }
}
