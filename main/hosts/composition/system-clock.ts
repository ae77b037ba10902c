import type { Clock } from '#core/training/ports.ts';

export const systemClock: Clock = { nowMs: () => Date.now() };
