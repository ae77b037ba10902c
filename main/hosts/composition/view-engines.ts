import type { EngineView } from '#core/api/contract/workspace.ts';
import { findEngines } from './engines.ts';

/** The engines as the window shows them; the first that is available is the one that runs use. */
export async function viewEngines(): Promise<EngineView[]> {
  const findings = [...(await findEngines())];
  const chosen = findings.find(([, finding]) => finding.available)?.[0];
  return findings.map(([name, finding]) => ({
    name,
    available: finding.available,
    chosen: name === chosen,
    tokensPerSecond: null,
    reason: finding.available ? finding.detail : finding.reason,
    remedy: finding.available ? null : finding.remedy,
  }));
}
