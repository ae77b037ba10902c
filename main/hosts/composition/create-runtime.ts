import { AnamnesisError } from '#core/base/error.ts';
import type { Runtime } from '#core/training/ports.ts';
import { findEngines } from './engines.ts';

/** The first engine that this machine has. @throws runtime.unavailable */
export async function createRuntime(): Promise<Runtime> {
  const findings = [...(await findEngines()).values()];
  for (const finding of findings) if (finding.available) return finding.create();
  throw new AnamnesisError('runtime.unavailable', {
    expected: 'an engine that this machine can compute with',
    found: findings.map((finding) => (finding.available ? '' : finding.reason)).join('; '),
    remedy: 'Run anamnesis doctor: it says what is missing and what to do.',
  });
}
