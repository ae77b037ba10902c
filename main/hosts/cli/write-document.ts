import { Option, type Command } from 'commander';
import { reportFormats, type ReportFormat } from '#core/domain/report-format.ts';
import type { ReportDocument } from '#core/report/document/report-document.ts';
import { writeReportFiles } from '#core/report/files/write-report-files.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { typesetPdf } from '#core/typeset/typeset-pdf.ts';
import type { Language } from '#core/wording/language.ts';
import { folderName } from './folder-name.ts';
import { languageOption } from './language-option.ts';
import type { Output } from './output.ts';
import { addWorkspaceOptions, type WorkspaceOptions } from './workspace-options.ts';
import { checkOutsideOf, checkResultFolder, writeInto } from './write-result-files.ts';

/** Where a document goes, as what, in which language. */
export interface DocumentOptions extends WorkspaceOptions {
  readonly to: string;
  readonly format: readonly ReportFormat[];
  readonly language: Language;
}

/** The options of every command that writes a document. */
export function addDocumentOptions(command: Command): Command {
  return addWorkspaceOptions(
    command
      .requiredOption('--to <folder>', 'where to write it; not encrypted', folderName)
      .addOption(
        new Option('--format <formats...>', 'as what').choices(reportFormats).default(['pdf']),
      )
      .addOption(languageOption()),
  );
}

/** Before anything is gathered. @throws as `checkOutsideOf`, `checkResultFolder` */
export function checkDocumentFolder(workspace: Workspace, { to }: DocumentOptions): void {
  checkOutsideOf(workspace, to);
  checkResultFolder(to);
}

/** The files that were written, in each format that was asked for. */
export async function writeDocument(
  document: ReportDocument,
  { to, format: formats }: DocumentOptions,
  output: Output,
): Promise<string[]> {
  const files: string[] = [];
  for (const format of new Set(formats)) {
    output.message(`writing ${format}`);
    const written = await writeReportFiles(document, format, typesetPdf);
    for (const path of writeInto(to, written)) files.push(path);
  }
  return files;
}
