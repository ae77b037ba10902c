import { assert } from '#core/base/assert.ts';
import { AnamnesisError } from '#core/base/error.ts';
import type { Run } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { extensionKey, pretrainingKey, vocabularyKey } from '#core/domain/run-keys.ts';
import { findOfRun } from '#core/library/model-of-run.ts';
import type { ModelState } from '#core/library/model-state.ts';
import { loadModel } from '#core/library/stored-model.ts';
import type { PreparedData } from '../data/prepared-data.ts';
import type { Plan } from '../plan/plan-schema.ts';
import { createNewModel } from './new-model.ts';
import { readTrainedTokenizer } from './read-trained-tokenizer.ts';

export interface LibrarySources {
  readonly plan: Plan;
  readonly data: PreparedData;
  readonly workspace: Workspace;
  /** The run of the plan with this key, as it is now. */
  readonly runOf: (key: string) => Run;
}

/** Finds the models of a plan: in memory, in the workspace, or at what they start from. */
export class ModelLibrary {
  readonly #sources: LibrarySources;
  /** Kept in memory, since every fold needs each of them again. */
  readonly #models = new Map<string, ModelState>();
  #last: { readonly key: string; readonly model: ModelState } | null = null;

  constructor(sources: LibrarySources) {
    this.#sources = sources;
  }

  /** Remembers a model that was just trained. */
  keep(name: string, model: ModelState): void {
    this.#models.set(name, model);
  }

  /** A model as its own pre-training, if any, left it. @throws model.missing, blob.* */
  async find(name: string): Promise<ModelState> {
    const known = this.#models.get(name);
    if (known !== undefined) return known;
    const pretraining = this.#sources.plan.models[name].pretraining;
    const model =
      pretraining === undefined
        ? await this.findStart(name)
        : await this.#readTrained(pretrainingKey(name));
    this.#models.set(name, model);
    return model;
  }

  /** What a model's own pre-training starts from. @throws model.missing, blob.* */
  async findStart(name: string): Promise<ModelState> {
    return this.#sources.plan.models[name].extendVocabulary === undefined
      ? this.findOrigin(name)
      : this.#readTrained(extensionKey(name));
  }

  /** What a model comes from, before its vocabulary is extended. @throws model.missing, blob.* */
  async findOrigin(name: string): Promise<ModelState> {
    const { plan, data } = this.#sources;
    const { start } = plan.models[name];
    switch (start.kind) {
      case 'model':
        return this.find(start.model);
      case 'checkpoint':
      case 'library': {
        const checkpoint = data.checkpoints.get(name);
        assert(checkpoint !== undefined, `the start of ${name} was prepared`);
        return loadModel(this.#sources.workspace, checkpoint.stored);
      }
      case 'scratch': {
        const tokenizer = await this.#readVocabulary(start.vocabulary);
        return createNewModel(start, plan.vocabularies[start.vocabulary].algorithm, tokenizer);
      }
    }
  }

  /** A model as the run with a key left it; the one that was asked for last stays in memory. */
  async findTrained(key: string): Promise<ModelState> {
    if (this.#last?.key !== key) this.#last = { key, model: await this.#readTrained(key) };
    return this.#last.model;
  }

  async #readTrained(key: string): Promise<ModelState> {
    const { workspace, runOf } = this.#sources;
    const stored = findOfRun(workspace, runOf(key).id);
    if (stored !== undefined) return loadModel(workspace, stored);
    throw new AnamnesisError('model.missing', {
      expected: `the weights that ${key} made`,
      found: 'none in the workspace, although its run is finished',
      remedy: 'Restore the workspace from a backup, or run the study in a new workspace.',
    });
  }

  async #readVocabulary(name: string): Promise<Tokenizer> {
    const { workspace, runOf } = this.#sources;
    const tokenizer = await readTrainedTokenizer(workspace, runOf(vocabularyKey(name)));
    assert(tokenizer !== null, `the vocabulary ${name} was trained before it is used`);
    return tokenizer;
  }
}
