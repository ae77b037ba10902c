import { outsideTag } from '#core/training/encode-sentences.ts';
import type { ImportProblem } from '#core/domain/import-report.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';
import { type LabelCount, LabelTally } from '#core/collection/count-labels.ts';

/** The keys of a task by which its plan chooses, renames and merges classes or entity types. */
export type LabelChoice = Pick<TaskPlan, 'labels' | 'minimumCount'> & {
  readonly types?: readonly string[] | undefined;
};

/** What a plan's choice made of the labels that the files have. */
export interface ChosenLabels {
  /** Left out because the plan says so, as the files name them. */
  readonly unchosen: readonly LabelCount[];
  /** Left out by `minimumCount`. */
  readonly rare: readonly LabelCount[];
  /** Labels that the plan names and no file has. */
  readonly absent: readonly string[];
}

/** The keys alone; without any, a task is read as it always was. */
export function labelChoiceOf(plan: TaskPlan): LabelChoice {
  const { labels, minimumCount } = plan;
  const types = plan.kind === 'entities' ? plan.types : undefined;
  return {
    ...(types === undefined ? {} : { types }),
    ...(labels === undefined ? {} : { labels }),
    ...(minimumCount === undefined ? {} : { minimumCount }),
  };
}

/** Applies a plan's choice to labels, one after the other, and remembers what it met. */
export class LabelChooser {
  readonly #choice: LabelChoice;
  readonly #rare: ReadonlySet<string>;
  readonly #met = new Set<string>();
  readonly #unchosen = new LabelTally();

  constructor(choice: LabelChoice, rare: ReadonlySet<string> = new Set()) {
    this.#choice = choice;
    this.#rare = rare;
  }

  /** What the task calls a label of the files; null where it leaves it out. */
  nameOf(label: string): string | null {
    const name = this.#chosenName(label);
    return name === null || this.#rare.has(name) ? null : name;
  }

  /** The same, of one example that counts. */
  choose(label: string): string | null {
    this.#met.add(label);
    const name = this.#chosenName(label);
    if (name === null) this.#unchosen.add(label);
    else this.#met.add(name);
    return this.nameOf(label);
  }

  /** The labels of one example under the names of the task, each once, in alphabetical order. */
  chooseAll(labels: readonly string[]): string[] {
    return [...new Set(labels.flatMap((label) => this.choose(label) ?? []))].sort();
  }

  /** Tags with entities under the names of the task; those that it leaves out are none. */
  chooseTags(tags: readonly string[]): string[] {
    return tags.map((tag) => {
      if (tag === outsideTag) return tag;
      const type = tag.slice(2);
      const name = tag.startsWith('B-') ? this.choose(type) : this.nameOf(type);
      return name === null ? outsideTag : `${tag.slice(0, 2)}${name}`;
    });
  }

  /** Of what a plan leaves out anyhow, nobody needs to know that something is wrong with it. */
  nameProblem({ label, ...problem }: ImportProblem): ImportProblem {
    const name = label === undefined ? null : this.nameOf(label);
    return name === null ? problem : { ...problem, label: name };
  }

  #chosenName(label: string): string | null {
    const { labels = {}, types } = this.#choice;
    const name = Object.hasOwn(labels, label) ? labels[label] : label;
    return name !== null && (types?.includes(name) ?? true) ? name : null;
  }

  result(rare: readonly LabelCount[]): ChosenLabels {
    const { labels = {}, types = [] } = this.#choice;
    const named = [...Object.keys(labels), ...types];
    return {
      unchosen: this.#unchosen.list(),
      rare,
      absent: named.filter((label) => !this.#met.has(label)),
    };
  }
}
