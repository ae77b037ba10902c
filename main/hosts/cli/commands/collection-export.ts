import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { formatCount } from '#core/base/format-number.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { countExport, type ExportCount } from '#core/collection/export/count-export.ts';
import { userName } from '#core/collection/export/user-name.ts';
import { checkExportFolder, writeExport } from '#core/collection/export/write-export.ts';
import { selectDocuments } from '#core/collection/selection/select-documents.ts';
import { exportLosses } from '#core/export/document-writer.ts';
import { documentWriters } from '#core/export/document-writers.ts';
import { askYes, findConversation } from '../ask-yes.ts';
import { endOnSignals } from '../end-on-signals.ts';
import { folderName } from '../folder-name.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { addChoiceOptions, chooseDocuments, type ChoiceFlags } from './document-choice.ts';

interface ExportFlags extends WorkspaceOptions, ChoiceFlags {
  readonly format: keyof typeof documentWriters;
  readonly into: string;
  readonly yes: boolean;
}

/** `collection export`: documents as files, after the question whether they may leave. */
export function addCollectionExport(collection: Command, program: Command): void {
  addChoiceOptions(
    addWorkspaceOptions(
      collection
        .command('export')
        .description('write documents as files for other programs; they are not encrypted')
        .argument('[collection]', 'its name; or name a set with --set')
        .addOption(
          new Option('--format <name>', 'of the files')
            .choices(Object.keys(documentWriters))
            .makeOptionMandatory(),
        )
        .requiredOption('--into <folder>', 'new or empty folder', folderName)
        .option('--yes', 'write without asking; without it a terminal asks', false),
    ),
  ).action((name: string | undefined, flags: ExportFlags) =>
    withWorkspace(flags, async (workspace) => {
      const output = outputOf(program);
      const { format, yes } = flags;
      const folder = resolve(flags.into);
      const choice = chooseDocuments(workspace, name, flags);
      checkExportFolder(workspace, folder);
      const writer = documentWriters[format];
      const tell = (what: string) => ({
        nowMs: Date.now,
        onProgress: (done: number, total: number) => {
          output.event({ type: 'preparation', what, fraction: done / total, timeLeftMs: null });
        },
      });
      const selected = selectDocuments(workspace, choice);
      if (selected.count === 0) refuseNone();
      const counted = await endOnSignals(() =>
        countExport(selected, writer, tell('counting what leaves')),
      );
      const question = [...describeCount(counted, format), describeLeaving(folder)].join('\n');
      const told = { folder, format, ...counted };
      if (!yes) {
        const conversation = findConversation();
        if (conversation !== null) output.message(question);
        const isMeant = conversation !== null && (await askYes('Write them?', conversation));
        if (!isMeant) {
          const nothing = 'Nothing was written: --yes writes without asking.';
          const text = conversation === null ? `${question}\n${nothing}` : nothing;
          output.result(text, { written: false, ...told });
          return;
        }
      }
      const { fileCount } = await endOnSignals(() =>
        writeExport(
          workspace,
          { choice, selected, counted, format, writer, folder, user: userName() },
          tell('writing'),
        ),
      );
      output.result(
        `${yes ? `${question}\n` : ''}wrote ${formatCount(fileCount)} files to ${folder}`,
        { written: true, ...told, fileCount },
      );
    }),
  );
}

function describeCount(counted: ExportCount, format: string): string[] {
  const { documentCount, patientCount, withoutPatient, characterCount, losses } = counted;
  const unnamed =
    withoutPatient === 0 ? '' : `, ${formatCount(withoutPatient)} of them without a patient`;
  return [
    `${formatCount(documentCount)} documents${unnamed}, ${formatCount(patientCount)} patients, ${formatCount(characterCount)} characters`,
    losses.length === 0 ? `${format} holds all of it` : `${format} cannot hold all of it:`,
    ...losses.flatMap(({ what, count, types }) => [
      `  ${formatCount(count)}  ${exportLosses[what]}`,
      ...types.map((each) => `      ${formatCount(each.count)}  ${each.type}`),
    ]),
  ];
}

function describeLeaving(folder: string): string {
  return `The texts leave the protection of the workspace: they are written unencrypted into ${folder}, readable by you and by whoever gets that folder. The audit log keeps who wrote them, how many, in which format and where.`;
}

function refuseNone(): never {
  throw new AnamnesisError('collection.empty', {
    expected: say('leaving', 'documentsToWrite'),
    found: say('leaving', 'noneThatFit'),
    remedy: say('leaving', 'widenChoice'),
  });
}
