import { writeFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { AnamnesisError } from '#core/base/error.ts';
import type { JsonObject } from '#core/domain/json.ts';
import { describeSystemError } from '#core/wording/describe-system-error.ts';
import { listPlanProblems } from '#core/study/plan/list-plan-problems.ts';
import { changePlan } from '#core/study/recipes/change-plan.ts';
import { listMissing } from '#core/study/recipes/list-missing.ts';
import type { PlanChange, TaskKind } from '#core/study/recipes/plan-change.ts';
import { type Recipe, recipes } from '#core/domain/recipe.ts';
import { outputOf } from '../output.ts';

interface NewPlanOptions {
  readonly recipe: Recipe;
  readonly name: string;
  readonly collection: readonly string[];
  readonly text: readonly string[];
  readonly classify: readonly string[];
  readonly classifyFiles: readonly string[];
  readonly entities: readonly string[];
  readonly entitiesFiles: readonly string[];
  readonly model: readonly string[];
  readonly checkpoint: readonly string[];
  readonly scratch: boolean;
  readonly output?: string;
}

export function addNewPlanCommand(plan: Command, program: Command): void {
  const command = plan
    .command('new')
    .description('write a plan from a recipe; all that is not asked is as in the reference study')
    .addOption(
      new Option('--recipe <recipe>', 'what the study is for')
        .choices(recipes)
        .makeOptionMandatory(),
    )
    .option('--name <name>', 'the key of the study', 'new-study');
  const several: readonly (readonly [string, string])[] = [
    ['--collection <name>', 'text of the workspace to adapt to; can be given several times'],
    ['--text <file>', 'a file or folder of text to adapt to; .csv and .tsv are tables'],
    ['--classify <set>', 'a labelled set to classify, or <set>@<version>'],
    ['--classify-files <file>', 'a table of labelled notes'],
    ['--entities <set>', 'a labelled set to find entities in, or <set>@<version>'],
    ['--entities-files <path>', 'a folder in brat, or a file in BIO'],
    ['--model <name>', 'a model of the workspace’s library to start from'],
    ['--checkpoint <folder>', 'a folder in the layout of Hugging Face to start from'],
  ];
  for (const [flags, description] of several) {
    command.option(flags, description, gather, [] as string[]);
  }
  command
    .option('--scratch', 'start from a new model with random weights', false)
    .option('--output <file>', 'where to write it; printed when left out. Refuses to overwrite')
    .action((options: NewPlanOptions) => {
      const made = makePlan(options);
      const text = `${JSON.stringify(made, null, 2)}\n`;
      if (options.output === undefined) {
        process.stdout.write(text);
        return;
      }
      writeNew(options.output, text);
      outputOf(program).result(
        `Wrote ${options.output}. Look at it with "anamnesis plan check ${options.output} -w <workspace>".`,
        { written: options.output },
      );
    });
}

function gather(value: string, before: readonly string[]): string[] {
  if (value === '') throw new InvalidArgumentError('It names nothing.');
  return [...before, value];
}

/** @throws plan.incomplete, plan.invalid */
function makePlan(options: NewPlanOptions): JsonObject {
  const { recipe, name } = options;
  const begun: JsonObject = { name, corpora: {}, models: {}, tasks: {} };
  const made = listChanges(options).reduce(
    (plan, change) => changePlan(plan, { recipe, change }),
    begun,
  );
  const wrong = [...listMissing(made, recipe), ...listPlanProblems(JSON.stringify(made))];
  if (wrong.length > 0) throw wrong[0];
  return made;
}

function listChanges(options: NewPlanOptions): PlanChange[] {
  const pathOf = (path: string) => pathFrom(options.output, path);
  const setOf =
    (task: TaskKind) =>
    (given: string): PlanChange => {
      const [, set, version] = /^(.+?)(?:@(\d+))?$/s.exec(given) ?? [null, given];
      const versioned = version === undefined ? {} : { version: Number(version) };
      return { kind: 'add-task', task, source: { kind: 'set', set, ...versioned } };
    };
  const filesOf =
    (task: TaskKind) =>
    (file: string): PlanChange => ({
      kind: 'add-task',
      task,
      source: { kind: 'files', files: [pathOf(file)] },
    });
  return [
    ...options.collection.map((collection): PlanChange => ({
      kind: 'add-text',
      source: { kind: 'collection', collection },
    })),
    ...options.text.map((file): PlanChange => ({
      kind: 'add-text',
      source: { kind: 'files', files: [pathOf(file)] },
    })),
    ...options.classify.map(setOf('classification')),
    ...options.classifyFiles.map(filesOf('classification')),
    ...options.entities.map(setOf('entities')),
    ...options.entitiesFiles.map(filesOf('entities')),
    ...options.model.map((model): PlanChange => ({
      kind: 'add-start',
      source: { kind: 'library', model },
    })),
    ...options.checkpoint.map((folder): PlanChange => ({
      kind: 'add-start',
      source: { kind: 'checkpoint', folder: pathOf(folder) },
    })),
    ...(options.scratch ? [{ kind: 'add-start', source: { kind: 'scratch' } } as const] : []),
  ];
}

/** As a plan at `planFile` names it: relative where it lies below, else absolute. */
function pathFrom(planFile: string | undefined, path: string): string {
  if (planFile === undefined || isAbsolute(path)) return path;
  const below = relative(dirname(resolve(planFile)), resolve(path));
  return below.startsWith('..') || below === '' ? resolve(path) : below;
}

/** @throws file.unwritable */
function writeNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (cause) {
    throw new AnamnesisError('file.unwritable', {
      expected: `to write a new file at ${path}`,
      found: describeSystemError(cause),
      remedy: 'Name another file; one that is there is not overwritten.',
      cause,
    });
  }
}
