import type { CaseResult } from '../report/results.ts';
import type { TorchSettings } from '../workers/torch-settings.ts';

/** What a case may use. */
export interface BenchContext {
  readonly threads: number;
  readonly torch: TorchSettings;
  /** Fewer rounds and less work: says whether all runs, gives no figures to report. */
  readonly quick: boolean;
  /** Files as large as the targets name. */
  readonly full: boolean;
  /** Rounds that count; a case may take fewer where a round is long. */
  readonly roundCount: number;
  /** Shows progress. */
  readonly say: (line: string) => void;
  /** Collects the versions of what computed. */
  readonly noteVersions: (versions: Readonly<Record<string, string>>) => void;
}

/** Something to be measured, under a name of its own. */
export interface BenchCase {
  readonly name: string;
  readonly title: string;
  /** Whether `--quick` runs it as well. */
  readonly quick: boolean;
  /** Why it cannot be measured here; null when it can. */
  readonly obstacle?: () => string | null;
  readonly measure: (context: BenchContext) => Promise<CaseResult>;
}
