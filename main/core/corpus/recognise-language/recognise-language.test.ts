import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recogniseLanguage } from './recognise-language.ts';

describe('the language of a text', () => {
  it.each([
    ['nl', 'Patiënte werd opgenomen met koorts en hoest; op de thorax geen afwijkingen.'],
    ['nl', 'Mevrouw heeft sinds een week pijn bij het lopen, die niet over gaat.'],
    ['es', 'Paciente de 54 años que acude por dolor torácico sin fiebre ni disnea.'],
    ['ro', 'Pacientul se prezintă pentru dureri abdominale și febră, fără vărsături.'],
    ['ro', 'Pacienta se prezinta pentru dureri abdominale si febra, fara varsaturi.'],
    ['en', 'The patient was admitted with fever and cough; no history of asthma.'],
    ['de', 'Die Patientin wurde mit Fieber und Husten aufgenommen, kein Auswurf.'],
    ['fr', 'La patiente est admise pour une fièvre avec toux, sans expectoration.'],
  ])('is %s of “%s”', (language, text) => {
    const recognised = recogniseLanguage(text);
    expect(recognised?.language).toBe(language);
    expect(recognised?.certainty).toBeGreaterThan(0.8);
  });

  it.each(['', 'Hb 7.2; CRP 112; Na 138', 'Jansen, P. – Müller, K.', '血圧は正常です', '12 34 56'])(
    'is not told of “%s”',
    (text) => {
      expect(recogniseLanguage(text)).toBeNull();
    },
  );

  it('is less certain of a text in two languages', () => {
    const both = recogniseLanguage(
      'El paciente no tiene fiebre y la tos es seca. De patiënt heeft geen koorts en het hoesten is droog.',
    );
    expect(both?.certainty).toBeLessThan(0.99);
  });
});

const folder = new URL('../../../../../shared/data/mlm/', import.meta.url);
describe.skipIf(!existsSync(folder))('real text (skipped without ../shared/data)', () => {
  it.each([
    ['es', 'es_clinical_cases.txt'],
    ['es', 'es_wikipedia_covid.txt'],
    ['nl', 'nl_wikipedia_covid.txt'],
  ])('is %s in at least 99 of 100 stretches of %s', (language, name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    const stretches = Array.from({ length: 300 }, (_, index) =>
      text.slice(index * 1_500, index * 1_500 + 600),
    ).filter((stretch) => stretch.length === 600);
    const right = stretches.filter((each) => recogniseLanguage(each)?.language === language);
    expect(right.length / stretches.length).toBeGreaterThanOrEqual(0.99);
  });
});
