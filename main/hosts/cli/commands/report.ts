import { Option, type Command } from 'commander';
import { checkReport } from '#core/report/check/check-report.ts';
import { checkTables, type TableCheck } from '#core/report/check/check-tables.ts';
import { describeContradiction } from '#core/report/check/describe-contradiction.ts';
import { makeReport } from '#core/report/document/make-report.ts';
import { reportFormats, type ReportFormat } from '#core/domain/report-format.ts';
import { writeReportFiles } from '#core/report/files/write-report-files.ts';
import { collectReport } from '#core/study/results/collect-results.ts';
import { typesetPdf } from '#core/typeset/typeset-pdf.ts';
import { catalogue } from '#core/wording/catalogue.ts';
import type { Language } from '#core/wording/language.ts';
import { render } from '#core/wording/render.ts';
import { exitCodes } from '../exit-codes.ts';
import { findStudy } from '../find-study.ts';
import { folderName } from '../folder-name.ts';
import { judgeWhatWasNot } from '../judge-what-was-not.ts';
import { languageOption } from '../language-option.ts';
import { outputOf } from '../output.ts';
import { readResultTables } from '../read-result-tables.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';
import { checkOutsideOf, checkResultFolder, writeInto } from '../write-result-files.ts';

interface ReportOptions extends WorkspaceOptions {
  readonly to: string;
  readonly format: readonly ReportFormat[];
  readonly language: Language;
  readonly checklist?: true;
  readonly methods?: true;
}

export function addReportCommands(program: Command, setExitCode: (code: number) => void): void {
  const report = program
    .command('report')
    .description('write the report of a study as a document, or check tables of results');
  addWorkspaceOptions(
    report
      .command('write', { isDefault: true })
      .description('write the report of a study: report <study> does the same')
      .argument('<study>', 'name of the study')
      .requiredOption('--to <folder>', 'where to write it; not encrypted', folderName)
      .addOption(
        new Option('--format <formats...>', 'as what').choices(reportFormats).default(['pdf']),
      )
      .option('--checklist', 'with what the records say to each part of TRIPOD+AI')
      .option('--methods', 'with how the study was made, in sentences for a paper')
      .addOption(languageOption()),
  ).action((name: string, options: ReportOptions) =>
    withWorkspace(options, async (workspace) => {
      checkOutsideOf(workspace, options.to);
      checkResultFolder(options.to);
      const output = outputOf(program);
      const study = findStudy(workspace, name);
      if (study.state !== 'running') await judgeWhatWasNot(workspace, study, output);
      const document = makeReport(collectReport(workspace, study.id), options.language, {
        withChecklist: options.checklist === true,
        withMethods: options.methods === true,
      });
      const checked = checkReport(document);
      if (checked.contradictions.length > 0) {
        output.message(describeCheck(checked, options.language));
        setExitCode(exitCodes.fault.code);
      }
      const files: string[] = [];
      for (const format of new Set(options.format)) {
        output.message(`writing ${format}`);
        const written = await writeReportFiles(document, format, typesetPdf);
        for (const path of writeInto(options.to, written)) files.push(path);
      }
      workspace.audit.append('export.written', { studyId: study.id, files: files.length });
      output.result(files.map((file) => `wrote ${file}`).join('\n'), { files, ...checked });
    }),
  );

  report
    .command('check')
    .description('say what in tables of results cannot be true together')
    .argument('<files...>', 'tables as CSV with a header, or documents of LaTeX or Word')
    .option('--one-test', 'their numbers are of one test, not means over folds: more can be said')
    .addOption(languageOption())
    .action((files: readonly string[], options: { oneTest?: true; language: Language }) => {
      const of = options.oneTest === true ? 'one-test' : 'means';
      const checked = checkTables(files.flatMap((file) => readResultTables(file, of)));
      if (checked.contradictions.length > 0) setExitCode(exitCodes.data.code);
      outputOf(program).result(describeCheck(checked, options.language), checked);
    });
}

function describeCheck({ numberCount, contradictions }: TableCheck, language: Language): string {
  const { consistency } = catalogue[language];
  if (contradictions.length === 0) return consistency.agrees(numberCount);
  return [
    consistency.contradictions(contradictions.length, numberCount),
    ...contradictions.map((each) => `- ${render(describeContradiction(each), language)}`),
  ].join('\n');
}
