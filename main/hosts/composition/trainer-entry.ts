import { fileURLToPath } from 'node:url';

/** The trainer's source file, for hosts that run from source. */
export const trainerSource = fileURLToPath(new URL('../trainer/main.ts', import.meta.url));
