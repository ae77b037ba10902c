import type { AcrossMessages } from './across/messages.ts';
import type { AuditMessages } from './audit/messages.ts';
import type { ChartMessages } from './chart/messages.ts';
import type { CommonMessages } from './common/messages.ts';
import type { CorporaMessages } from './corpora/messages.ts';
import type { CurvesMessages } from './curves/messages.ts';
import type { DocumentsMessages } from './documents/messages.ts';
import type { EnginesMessages } from './engines/messages.ts';
import type { ErrorsMessages } from './errors/messages.ts';
import type { ExportsMessages } from './exports/messages.ts';
import type { FrameMessages } from './frame/messages.ts';
import type { LearningMessages } from './learning/messages.ts';
import type { LibraryMessages } from './library/messages.ts';
import type { ModelsMessages } from './models/messages.ts';
import type { NewStudyMessages } from './new-study/messages.ts';
import type { PartsMessages } from './parts/messages.ts';
import type { ReportMessages } from './report/messages.ts';
import type { ResultsMessages } from './results/messages.ts';
import type { StudyMessages } from './study/messages.ts';
import type { ThresholdMessages } from './threshold/messages.ts';
import type { VocabulariesMessages } from './vocabularies/messages.ts';
import type { WorkspacesMessages } from './workspaces/messages.ts';

/** All that the window says, by area. */
export interface WindowMessages {
  readonly across: AcrossMessages;
  readonly audit: AuditMessages;
  readonly chart: ChartMessages;
  readonly common: CommonMessages;
  readonly corpora: CorporaMessages;
  readonly curves: CurvesMessages;
  readonly documents: DocumentsMessages;
  readonly engines: EnginesMessages;
  readonly errors: ErrorsMessages;
  readonly exports: ExportsMessages;
  readonly frame: FrameMessages;
  readonly learning: LearningMessages;
  readonly library: LibraryMessages;
  readonly models: ModelsMessages;
  readonly newStudy: NewStudyMessages;
  readonly parts: PartsMessages;
  readonly report: ReportMessages;
  readonly results: ResultsMessages;
  readonly study: StudyMessages;
  readonly threshold: ThresholdMessages;
  readonly vocabularies: VocabulariesMessages;
  readonly workspaces: WorkspacesMessages;
}
