import type { Failure } from '#contract/failure.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  objectIn,
  valueAt,
  withValueAt,
} from '#contract/json.ts';
import type { CollectionsView } from '#contract/documents.ts';
import type { ModelLibraryView } from '#contract/models.ts';
import type {
  PlanChangeView,
  PlanField,
  PlanFieldsView,
  Recipe,
  TriedPlan,
} from '#contract/plan-form.ts';
import { failureOf, type Client } from '#window/client/client.ts';
import { Resource } from '#window/state/resource.svelte.ts';
import type { PlanDraft } from '../plan-drafts.svelte.ts';
import { readPlanText, setField, writePlanText } from './plan-document.ts';

/** So long nothing may be typed before the plan is looked at. */
const patienceMs = 600;

type Warning = NonNullable<TriedPlan['check']>['warnings'][number];

/**
 * The form over the text of a plan. The text is all there is: what the form shows is read from it, and
 * what is changed is written into it, so that nothing can be lost on the way.
 */
export class PlanForm {
  readonly fields: Resource<PlanFieldsView>;
  readonly collections: Resource<CollectionsView>;
  readonly library: Resource<ModelLibraryView>;
  /** What is known of the plan as it was looked at last. */
  tried = $state.raw<TriedPlan | null>(null);
  isTrying = $state(false);
  /** Why the latest change was not made, or the plan could not be looked at. */
  failure = $state.raw<Failure | null>(null);
  readonly #client: Client;
  readonly #draft: PlanDraft;
  readonly #startText: () => string;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #triedText: string | null = null;

  constructor(client: Client, draft: PlanDraft, startText: () => string) {
    this.#client = client;
    this.#draft = draft;
    this.#startText = startText;
    this.fields = new Resource(() => client.call('studies.planFields', {}));
    this.collections = new Resource(() => client.call('collections.list', {}));
    this.library = new Resource(() => client.call('models.list', {}));
  }

  readonly text = $derived.by(() => this.#draft.text ?? this.#startText());
  /** Null while the text is no JSON. */
  readonly plan = $derived.by(() => readPlanText(this.text));
  /** What the study is for: as it was chosen, or else as the models tell. */
  readonly recipe = $derived.by((): Recipe | null => {
    const { recipe } = this.#draft;
    return recipe === undefined ? (this.tried?.recipe ?? null) : recipe;
  });

  load(): void {
    void this.fields.load();
    void this.collections.load();
    void this.library.load();
  }

  write(text: string | null): void {
    this.#draft.write(text);
  }

  at(path: JsonPath): JsonValue | undefined {
    return this.plan === null ? undefined : valueAt(this.plan, path);
  }

  objectAt(path: JsonPath): JsonObject {
    const value = this.at(path);
    return isJsonObject(value) ? value : {};
  }

  namesOf(part: 'corpora' | 'tasks' | 'transfers' | 'models' | 'vocabularies'): string[] {
    return this.plan === null ? [] : Object.keys(objectIn(this.plan, part));
  }

  partFields(part: string): readonly PlanField[] {
    return this.fields.value?.parts[part] ?? [];
  }

  set(path: JsonPath, value: JsonValue | undefined): void {
    if (this.plan !== null) this.write(writePlanText(withValueAt(this.plan, path, value)));
  }

  setField(
    place: { readonly path: JsonPath; readonly field: PlanField },
    value: JsonValue | undefined,
  ): void {
    if (this.plan === null) return;
    const changed = setField(this.plan, place, value);
    if (changed !== this.plan) this.write(writePlanText(changed));
  }

  /** With null nothing follows by itself any more. */
  async choose(recipe: Recipe | null): Promise<void> {
    this.#draft.recipe = recipe;
    if (recipe !== null) await this.change({ kind: 'arrange' });
  }

  /** One after the other: each change is of the text that the one before has left. */
  async change(change: PlanChangeView): Promise<void> {
    const { text, recipe } = this;
    try {
      const { planText } = await this.#client.call('studies.changePlan', {
        planText: text,
        recipe,
        change,
      });
      // What was typed meanwhile is not to be lost.
      if (this.text === text) this.write(planText);
      else await this.change(change);
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  /** Looks at the plan when nothing was typed for a while. */
  tryLater(): void {
    clearTimeout(this.#timer);
    if (this.text === this.#triedText) return;
    this.#timer = setTimeout(() => void this.try(), patienceMs);
  }

  /** What is known of the plan as it is now; null where it could not be asked. */
  async try(): Promise<TriedPlan | null> {
    clearTimeout(this.#timer);
    const { text, recipe } = this;
    if (text.trim() === '') return null;
    this.isTrying = true;
    try {
      const tried = await this.#client.call('studies.tryPlan', { planText: text, recipe });
      if (this.text !== text) return await this.try();
      this.#triedText = text;
      this.tried = tried;
      this.failure = null;
      return tried;
    } catch (error) {
      this.failure = failureOf(error);
      return null;
    } finally {
      this.isTrying = false;
    }
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  /** All that keeps the study from its end, the latest known. */
  readonly problems = $derived.by((): readonly Failure[] => [
    ...(this.tried?.problems ?? []),
    ...(this.tried?.check?.faults ?? []),
  ]);

  /** What is said of a value itself. */
  problemsAt(path: JsonPath): readonly Failure[] {
    return this.problems.filter(({ field = [] }) => isSame(field, path));
  }

  problemsBelow(path: JsonPath): readonly Failure[] {
    return this.problems.filter(({ field = [] }) => isSame(field.slice(0, path.length), path));
  }

  warningsBelow(path: JsonPath): readonly Warning[] {
    const { warnings = [] } = this.tried?.check ?? {};
    return warnings.filter(({ field }) => isSame(field.slice(0, path.length), path));
  }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((key, index) => key === other[index]);
}
