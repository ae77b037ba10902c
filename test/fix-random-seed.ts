import { configureGlobal } from 'fast-check';

/**
 * The same commit gets the same verdict: properties are tried on the same random values each time.
 * For other values: ANAMNESIS_TEST_SEED=42 npm run test:unit
 */
configureGlobal({ seed: Number(process.env.ANAMNESIS_TEST_SEED ?? 1) });
