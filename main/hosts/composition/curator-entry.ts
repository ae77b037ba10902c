import { fileURLToPath } from 'node:url';

/** The curator's source file, for hosts that run from source. */
export const curatorSource = fileURLToPath(new URL('../curator/main.ts', import.meta.url));
