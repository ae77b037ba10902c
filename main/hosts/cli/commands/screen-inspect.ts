import { Option, type Command } from 'commander';
import { formatBytes, formatCount, formatInstant, formatScore } from '#core/base/format-number.ts';
import {
  exportInspection,
  inspectionFormats,
  type InspectionFormat,
} from '#core/screening/inspection/export-inspection.ts';
import type {
  InspectedNote,
  InspectionFilter,
  ReleaseProof,
} from '#core/screening/inspection/inspected.ts';
import { inspectRelease } from '#core/screening/inspection/inspect-release.ts';
import { isProven } from '#core/screening/inspection/prove-release.ts';
import { findRelease } from '#core/screening/release/find-release.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { askYes, findConversation } from '../ask-yes.ts';
import { nameRelease } from '../describe-release.ts';
import { endOnSignals } from '../end-on-signals.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf, type Output } from '../output.ts';
import { readCount } from '../read-count.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';

interface InspectFlags extends WorkspaceOptions {
  readonly patient?: string;
  readonly note?: string;
  readonly by?: string;
  readonly from?: string;
  readonly until?: string;
  readonly limit: string;
  readonly to?: InspectionFormat;
  readonly output?: string;
  readonly overwrite: boolean;
  readonly yes: boolean;
}

export function addScreenInspect(
  screen: Command,
  program: Command,
  setExitCode: (code: number) => void,
): void {
  addWorkspaceOptions(
    screen
      .command('inspect')
      .description('what is kept of each note and decision, proven against the audit log')
      .argument('<release>', 'its name, or its number in "screen list"')
      .option('--patient <id>', 'notes of this patient')
      .option('--note <id>', 'a note, as its source names it')
      .option('--by <person>', 'notes that somebody decided on: name or id')
      .option('--from <date>', 'said or decided from this day, month or year on, UTC')
      .option('--until <date>', 'up to the end of this day, month or year, UTC')
      .option('--limit <count>', 'list at most so many', '20')
      .addOption(
        new Option('--to <format>', 'write all that fits into a file').choices(inspectionFormats),
      )
      .option('--output <file>', 'a new file, not encrypted')
      .option('--overwrite', 'a file of this name may be replaced', false)
      .option('--yes', 'write without asking; without it a terminal asks', false),
  ).action((named: string, flags: InspectFlags) =>
    withWorkspace(flags, async (workspace) => {
      const output = outputOf(program);
      const release = findRelease(workspace, named);
      const filter = filterOf(flags);
      const { proof, page } = inspectRelease(workspace, release, filter);
      if (!isProven(proof)) setExitCode(exitCodes.data.code);
      const heading = [nameRelease(release, workspace.nowMs()), ...describeProof(proof)];
      if (flags.to === undefined) {
        const { notes, total } = page(0, readCount('limit', flags.limit));
        const more = total - notes.length;
        output.result(
          [
            ...heading,
            ...notes.flatMap(describeNote),
            ...(more > 0 ? [`and ${formatCount(more)} more: --limit`] : []),
            ...(total === 0 ? ['nothing fits'] : []),
          ].join('\n'),
          { proof: tell(proof), total, notes },
        );
        return;
      }
      const file = flags.output ?? refuseWithoutFile();
      const question = `The record leaves the protection of the workspace: unencrypted into ${file}, with patients and with the remarks of decisions, which may quote notes. The audit log keeps who wrote it, and its hash.`;
      if (!flags.yes && !(await isMeant(question, output))) {
        output.result(`${question}\nNothing was written: --yes writes without asking.`, {
          written: false,
        });
        return;
      }
      const order = { release, filter, format: flags.to, file, mayReplace: flags.overwrite };
      const { path, hash, bytes } = await endOnSignals(() => exportInspection(workspace, order));
      output.result(
        [...heading, `wrote ${path} (${formatBytes(bytes)})`, `SHA-256 ${hash}`].join('\n'),
        { written: true, path, hash, bytes, proof: tell(proof) },
      );
    }),
  );
}

function filterOf({ patient, note, by, from, until }: InspectFlags): InspectionFilter {
  const all = { patient, note, person: by, from, to: until };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

async function isMeant(question: string, output: Output): Promise<boolean> {
  const conversation = findConversation();
  if (conversation === null) return false;
  output.message(question);
  return askYes('Write it?', conversation);
}

const tell = ({ decisions, ...proof }: ReleaseProof) => ({
  ...proof,
  decisions: [...decisions].map(([id, proof]) => ({ id, ...proof })),
});

function describeProof(proof: ReleaseProof): string[] {
  const { release, batches, notes, decisions, chain } = proof;
  const count = (states: readonly { readonly state: string }[], state: string) =>
    formatCount(states.filter((each) => each.state === state).length);
  const told = (name: string, states: readonly { readonly state: string }[]) =>
    `  ${name}${formatCount(states.length)}: ${count(states, 'proven')} proven, ${count(states, 'changed')} changed, ${count(states, 'unrecorded')} without an entry`;
  return [
    chain.brokenAt === null
      ? `  audit log   whole: ${formatCount(chain.entryCount)} entries, head ${chain.headHash}`
      : `  audit log   BROKEN at entry ${chain.brokenAt}: nothing after it is proven`,
    `  release     ${release.state}`,
    told('batches     ', batches),
    `  notes       ${formatCount(notes.kept)} kept, ${formatCount(notes.recorded)} recorded`,
    told('decisions   ', [...decisions.values()]),
  ];
}

/** Never text of a note, and no remark: both stay in the workspace until they are exported. */
function describeNote({ note, outcome, proof, correctedBy, decisions }: InspectedNote): string[] {
  const { id, noteId, version, patient, probability, atMs } = note;
  return [
    `${id}  ${patient ?? '–'}  ${noteId} v${version}  ${outcome}  ${probability === null ? '–' : formatScore(probability)}  ${formatInstant(atMs)}  ${proof.state}${proof.position === null ? '' : ` by entry ${proof.position}`}${correctedBy === null ? '' : `  corrected by ${correctedBy}`}`,
    ...decisions.map(
      ({ decision, person, correctedBy: later, proof: by }) =>
        `    ${decision.kind}${decision.reason === null ? '' : ` (${decision.reason})`}  ${person ?? 'somebody without a name'}  ${formatInstant(decision.atMs)}  ${by.state}${later === null ? '' : `  corrected by decision ${later}`}`,
    ),
  ];
}

function refuseWithoutFile(): never {
  throw new AnamnesisError('api.invalid-input', {
    expected: 'a file with --output',
    found: 'none',
    remedy: 'Name the file that is to be written.',
  });
}
