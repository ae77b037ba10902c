import { Option, type Command } from 'commander';
import { formatBytes, formatCount } from '#core/base/format-number.ts';
import { worklistFilters, type WorklistFilter } from '#core/domain/screening-worklist.ts';
import { createEvidenceFinder } from '#core/screening/handing-out/find-evidence.ts';
import { gatherHandOut } from '#core/screening/handing-out/gather-hand-out.ts';
import {
  handOutFormats,
  type HandOutFormat,
} from '#core/screening/handing-out/hand-out-formats.ts';
import type { HandOut } from '#core/screening/handing-out/hand-out.ts';
import { countOmopLosses } from '#core/screening/handing-out/omop-rows.ts';
import { handOut } from '#core/screening/handing-out/leave-workspace.ts';
import { findRelease } from '#core/screening/release/find-release.ts';
import { typesetPdf } from '#core/typeset/typeset-pdf.ts';
import { shippedTermsOf } from '#hosts/composition/shipped-terms.ts';
import type { Language } from '#core/wording/language.ts';
import { askYes, findConversation } from '../ask-yes.ts';
import { nameRelease } from '../describe-release.ts';
import { endOnSignals } from '../end-on-signals.ts';
import { languageOption } from '../language-option.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';

interface HandOutFlags extends WorkspaceOptions {
  readonly to: HandOutFormat;
  readonly output: string;
  readonly filter: readonly WorklistFilter[];
  readonly language: Language;
  readonly overwrite: boolean;
  readonly yes: boolean;
}

export function addScreenHandOut(screen: Command, program: Command): void {
  addWorkspaceOptions(
    screen
      .command('hand-out')
      .description('write patients and decisions into a file for others; it is not encrypted')
      .argument('<release>', 'its name, or its number in "screen list"')
      .addOption(
        new Option('--to <format>', 'as what').choices(handOutFormats).makeOptionMandatory(),
      )
      .requiredOption('--output <file>', 'a new file')
      .addOption(
        new Option('--filter <lists...>', 'patients of which lists')
          .choices([...worklistFilters])
          .default(['open', 'decided']),
      )
      .option('--overwrite', 'a file of this name may be replaced', false)
      .option('--yes', 'write without asking; without it a terminal asks', false)
      .addOption(languageOption()),
  ).action((named: string, flags: HandOutFlags) =>
    withWorkspace(flags, async (workspace) => {
      const output = outputOf(program);
      const release = findRelease(workspace, named);
      const filters = [...new Set(flags.filter)];
      const gathered = gatherHandOut(workspace, release, filters);
      const { patientCount, unnamedCount } = gathered;
      const question = [
        nameRelease(release, workspace.nowMs()),
        `${formatCount(patientCount)} ${patientCount === 1 ? 'patient leaves' : 'patients leave'} the protection of the workspace, without text of notes: unencrypted into ${flags.output}, readable by you and by whoever gets that file. The audit log keeps who wrote it, and its hash.`,
        ...(unnamedCount === 0
          ? []
          : [
              `${formatCount(unnamedCount)} of them decided on by somebody without a name in this workspace: these are handed out as not final.`,
            ]),
        ...(flags.to === 'omop' ? describeLosses(gathered) : []),
      ].join('\n');
      if (!flags.yes) {
        const conversation = findConversation();
        if (conversation !== null) output.message(question);
        if (conversation === null || !(await askYes('Write it?', conversation))) {
          const nothing = 'Nothing was written: --yes writes without asking.';
          output.result(conversation === null ? `${question}\n${nothing}` : nothing, {
            ...{ written: false, patients: patientCount, unnamed: unnamedCount },
          });
          return;
        }
      }
      const order = {
        ...{ release, filters, format: flags.to, file: flags.output },
        mayReplace: flags.overwrite,
      };
      const written = await endOnSignals(() =>
        handOut(workspace, order, {
          language: flags.language,
          findEvidence: createEvidenceFinder(workspace, release, shippedTermsOf),
          typeset: typesetPdf,
        }),
      );
      const { path, hash, bytes, patients } = written;
      output.result(
        `${flags.yes ? `${question}\n` : ''}wrote ${formatCount(patients)} ${patients === 1 ? 'patient' : 'patients'} to ${path} (${formatBytes(bytes)})\nSHA-256 ${hash}`,
        { written: true, unnamed: unnamedCount, ...written },
      );
    }),
  );
}

/** Tables of OMOP know notes and persons by number alone. */
function describeLosses(gathered: HandOut): string[] {
  const { notes, patients } = countOmopLosses(gathered);
  return [
    ...(notes === 0
      ? []
      : [`${formatCount(notes)} notes are left out of NOTE_NLP: their ids are no numbers.`]),
    ...(patients === 0
      ? []
      : [
          `${formatCount(patients)} patients are left out of OBSERVATION: their ids are no numbers.`,
        ]),
  ];
}
