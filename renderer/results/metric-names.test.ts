import { expect, it } from 'vitest';
import { catalogue } from '../messages/catalogue.ts';
import { explainMetric, nameMetric } from './metric-names.ts';

const descriptions = { old: { displayName: 'Old score', meaning: 'How old it is.' } };

it('metrics are named and explained in each language, those of older studies as they were', () => {
  const { nl, es } = catalogue;
  expect(nameMetric(descriptions, 'f1-weighted', nl.results)).toBe('F1 (gewogen)');
  expect(explainMetric(descriptions, 'accuracy', es.results)).toMatch(/^Proporción de ejemplos/);
  expect(nameMetric(descriptions, 'old', nl.results)).toBe('Old score');
  expect(explainMetric(descriptions, 'old', nl.results)).toBe('How old it is.');
  expect(nameMetric(descriptions, 'constructor', nl.results)).toBe('constructor');
  expect(explainMetric({}, 'unknown', nl.results)).toBeUndefined();
});
