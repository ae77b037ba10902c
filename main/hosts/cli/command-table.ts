import type { Command } from 'commander';

/** Adds one or several commands to the program; how a command ends it says by an exit code. */
export type AddCommands = (program: Command, setExitCode: (code: number) => void) => void;

interface CommandFile {
  readonly names: readonly string[];
  readonly load: () => Promise<AddCommands>;
}

/**
 * All commands in the order of the help. A command line needs one of them: reading the code of all
 * takes longer than most of them work.
 */
export const commandTable: readonly CommandFile[] = [
  { names: ['demo'], load: async () => (await import('./commands/demo.ts')).addDemoCommand },
  { names: ['plan'], load: async () => (await import('./commands/plan.ts')).addPlanCommands },
  { names: ['study'], load: async () => (await import('./commands/study.ts')).addStudyCommands },
  {
    names: ['worker'],
    load: async () => (await import('./commands/worker.ts')).addWorkerCommand,
  },
  {
    names: ['report'],
    load: async () => (await import('./commands/report.ts')).addReportCommands,
  },
  {
    names: ['collection'],
    load: async () => (await import('./commands/collection.ts')).addCollectionCommands,
  },
  {
    names: ['set'],
    load: async () => (await import('./commands/labelled-set.ts')).addLabelledSetCommands,
  },
  {
    names: ['annotate'],
    load: async () => (await import('./commands/annotate.ts')).addAnnotateCommands,
  },
  {
    names: ['corpus', 'dataset'],
    load: async () => (await import('./commands/removal.ts')).addDataCommands,
  },
  { names: ['model'], load: async () => (await import('./commands/model.ts')).addModelCommands },
  {
    names: ['predict'],
    load: async () => (await import('./commands/predict.ts')).addPredictCommand,
  },
  {
    names: ['release'],
    load: async () => (await import('./commands/release.ts')).addReleaseCommand,
  },
  {
    names: ['screen'],
    load: async () => (await import('./commands/screen.ts')).addScreenCommands,
  },
  {
    names: ['explain'],
    load: async () => (await import('./commands/explain.ts')).addExplainCommand,
  },
  {
    names: ['insight'],
    load: async () => (await import('./commands/insight.ts')).addInsightCommands,
  },
  {
    names: ['geometry'],
    load: async () => (await import('./commands/geometry.ts')).addGeometryCommands,
  },
  {
    names: ['vocabulary'],
    load: async () => (await import('./commands/vocabulary.ts')).addVocabularyCommands,
  },
  {
    names: ['workspace'],
    load: async () => (await import('./commands/workspace.ts')).addWorkspaceCommands,
  },
  { names: ['person'], load: async () => (await import('./commands/person.ts')).addPersonCommands },
  { names: ['serve'], load: async () => (await import('./commands/serve.ts')).addServeCommand },
  { names: ['doctor'], load: async () => (await import('./commands/doctor.ts')).addDoctorCommand },
];

/** The file of the command that a command line names; all where it names none that there is. */
export function findCommandFiles(argv: readonly string[]): readonly CommandFile[] {
  const named = argv.find((argument) => !argument.startsWith('-'));
  const found = commandTable.filter(({ names }) => names.some((name) => name === named));
  return found.length > 0 ? found : commandTable;
}
