import { createApi, type Api } from '#core/api/create-api.ts';
import { createAnnotationModelService } from '#core/api/services/annotation-model-service.ts';
import { createAnnotationService } from '#core/api/services/annotation-service.ts';
import { createAuditService } from '#core/api/services/audit-service.ts';
import { createDocumentService } from '#core/api/services/document-service.ts';
import { createExportService } from '#core/api/services/export-service.ts';
import { listFolder } from '#core/api/services/list-folder.ts';
import { createInsightService } from '#core/api/services/insight-service.ts';
import { createLabelErrorService } from '#core/api/services/label-error-service.ts';
import { createSetService } from '#core/api/services/set-service.ts';
import { createSettlingService } from '#core/api/services/settling-service.ts';
import { createStatisticsService } from '#core/api/services/statistics-service.ts';
import { createEngineService } from '#core/api/services/engine-service.ts';
import { createModelService } from '#core/api/services/model-service.ts';
import { createPeopleService } from '#core/api/services/people-service.ts';
import { createPlanDrafts } from '#core/api/services/plan-drafts.ts';
import { createScoreService } from '#core/api/services/score-service.ts';
import { createStudyService } from '#core/api/services/study-service.ts';
import { createWorkspaceService } from '#core/api/services/workspace-service.ts';
import { actingPerson } from '#core/storage/acting-person.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { findCurrentCalibration } from '#core/engines/current-calibration.ts';
import { describeMachine } from '#core/engines/machine.ts';
import { surroundingsOfCheck } from './check-surroundings.ts';
import { engineNames } from './engines.ts';
import { explainApart } from './explain-apart.ts';
import { screenApart } from './screen-apart.ts';
import { predictApart } from './predict-apart.ts';
import { launchCurator } from './launch-curator.ts';
import { launchTrainer } from './launch-trainer.ts';
import { measureApart } from './measure-apart.ts';
import { program } from './program-location.ts';
import { readPdfApart } from './read-pdf-apart.ts';
import { shippedTerms, shippedTermsOf } from './shipped-terms.ts';
import { createScreeningService } from '#core/api/services/screening-service.ts';
import { createScreeningWorkService } from '#core/api/services/screening-work-service.ts';
import { createWatchingService } from '#core/api/services/watching-service.ts';
import { systemClock } from './system-clock.ts';
import type { SignInBrake } from './sign-in-brake.ts';

export interface WindowApiOptions {
  readonly workspace: Workspace;
  readonly rawKey: Uint8Array;
  /** Makes whoever guesses at a passphrase wait. */
  readonly brake: SignInBrake;
  readonly planFolder: string;
  readonly planTemplate: string;
}

/**
 * The api of one open workspace, for any window: the place where its parts are put together.
 * Engines that were never measured on this machine are, in the background.
 */
export function createWindowApi(options: WindowApiOptions): Api {
  const { workspace, rawKey, planFolder, planTemplate } = options;
  const engines = createEngineService(workspace, {
    names: engineNames,
    start: measureApart(program.entries.trainer),
    machine: describeMachine(),
    clock: systemClock,
  });
  const studies = createStudyService({
    workspace,
    planFolder,
    planTemplate,
    checkSurroundings: () => surroundingsOfCheck(workspace),
    launch: (studyId, onEvent) => {
      // Both would be slower, and the figures wrong; the trainer measures where it must.
      engines.cancel();
      const start = {
        workspaceFolder: workspace.folder,
        rawKey,
        personId: actingPerson() ?? null,
        studyId,
        engine: null,
        precision: null,
      };
      return launchTrainer(start, onEvent);
    },
  });
  const predictor = predictApart({ workspaceFolder: workspace.folder, rawKey });
  const documents = createDocumentService({
    workspace,
    pathsRelativeTo: planFolder,
    nowMs: () => systemClock.nowMs(),
    launchImport: (request, onProgress) =>
      launchCurator(
        {
          workspaceFolder: workspace.folder,
          rawKey,
          personId: actingPerson() ?? null,
          request,
        },
        onProgress,
      ),
    readPdf: readPdfApart(),
    onFault: () => {
      tellFault('collections.import');
    },
  });
  const statistics = createStatisticsService({
    workspace,
    nowMs: () => systemClock.nowMs(),
    onFault: () => {
      tellFault('collections.countTokens');
    },
  });
  const exports = createExportService({
    workspace,
    pathsRelativeTo: planFolder,
    nowMs: () => systemClock.nowMs(),
    onFault: () => {
      tellFault('exports.write');
    },
  });
  const models = createModelService({
    workspace,
    predict: predictor.predict,
    pathsRelativeTo: planFolder,
    nowMs: () => systemClock.nowMs(),
    onFault: () => {
      tellFault('models.startTask');
    },
  });
  const annotation = createAnnotationService({
    workspace,
    nowMs: () => systemClock.nowMs(),
    predict: (modelId, text) => models.predict(modelId, text),
  });
  const annotationModels = createAnnotationModelService({
    workspace,
    nowMs: () => systemClock.nowMs(),
    predict: (modelId, text) => models.predict(modelId, text),
    startStudy: (planText) => studies.start(planText),
    onFault: () => {
      tellFault('annotation.startModelWork');
    },
  });
  const measuring = { machine: describeMachine(), names: engineNames };
  const insights = createInsightService({
    workspace,
    launch: explainApart({ workspaceFolder: workspace.folder, rawKey }),
    engine: () => findCurrentCalibration(workspace, measuring)?.chosen ?? 'onnx-cpu',
    shippedTerms: (list) => shippedTerms(list).terms,
  });
  const screeningWork = createScreeningWorkService({
    workspace,
    launch: screenApart({ workspaceFolder: workspace.folder, rawKey }),
    engine: () => findCurrentCalibration(workspace, measuring)?.chosen ?? 'onnx-cpu',
  });
  const api = createApi({
    workspace: createWorkspaceService(workspace),
    engines,
    models,
    documents,
    sets: createSetService(workspace),
    statistics,
    annotation,
    settling: createSettlingService(workspace),
    annotationModels,
    labelErrors: createLabelErrorService({
      workspace,
      startStudy: (planText) => studies.start(planText),
    }),
    insights,
    screening: createScreeningService({
      workspace,
      termsOf: shippedTermsOf,
    }),
    screeningWork,
    watching: createWatchingService(workspace),
    exports,
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    folders: { list: async (path) => listFolder(planFolder, path) },
    people: createPeopleService(workspace, { rawKey, brake: options.brake }),
    audit: createAuditService(workspace),
    scores: createScoreService(workspace),
    studies,
    drafts: createPlanDrafts(),
    onFault: tellFault,
    onRefusal: (procedure, needed) => {
      workspace.audit.append('call.refused', { procedure, needed });
    },
  });
  engines.measureIfUnknown();
  return {
    ...api,
    close: () => {
      engines.cancel();
      studies.close();
      documents.close();
      statistics.close();
      exports.close();
      annotation.close();
      annotationModels.close();
      insights.close();
      screeningWork.close();
      predictor.close();
      api.close();
    },
  };
}

/** The message of an unforeseen error may hold text of a note: only its place is told. */
export function tellFault(procedure: string): void {
  process.stderr.write(`program.fault in ${procedure}\n`);
}
