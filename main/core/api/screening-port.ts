import type {
  AskForScreened,
  AskForWorklist,
  DecidePatient,
  ScreenedPatientView,
  ScreeningReleaseView,
  WorklistView,
} from './contract/screening.ts';
import type { AskForInspection, InspectionView } from './contract/screening-inspection.ts';

/** Released models, the patients on whom they have a word, and what people decide. */
export interface ScreeningService {
  /** The newest first. */
  releases(): Promise<readonly ScreeningReleaseView[]>;
  /** @throws record.missing */
  worklist(question: AskForWorklist): Promise<WorklistView>;
  /** @throws record.missing */
  inspect(asked: AskForInspection): Promise<InspectionView>;
  /** @throws record.missing */
  patient(asked: AskForScreened): Promise<ScreenedPatientView>;
  /** @throws record.missing, screening.decision-incomplete */
  decide(decision: DecidePatient): Promise<void>;
}
