import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locateProgram, program } from './program-location.ts';

describe('where the program lies', () => {
  it('finds the entries of its processes among the sources', () => {
    const entries = Object.values(program.entries);
    expect(entries.map((entry) => existsSync(entry))).toEqual(entries.map(() => true));
    expect(program.entries['pdf-reader']).toMatch(/main\/hosts\/pdf-reader\/main\.ts$/);
  });

  it('finds them beside itself in a bundle, and the window in the folder next to it', () => {
    const { entries, windowFolder, preload, compiledFolder } = locateProgram(
      '/usr/lib/anamnesis/program/main/program-location-AbC.js',
    );
    expect(entries).toEqual({
      trainer: '/usr/lib/anamnesis/program/main/trainer.js',
      curator: '/usr/lib/anamnesis/program/main/curator.js',
      predictor: '/usr/lib/anamnesis/program/main/predictor.js',
      'pdf-reader': '/usr/lib/anamnesis/program/main/pdf-reader.js',
    });
    expect(windowFolder).toBe('/usr/lib/anamnesis/program/renderer');
    expect(preload).toBe('/usr/lib/anamnesis/program/preload/bridge.cjs');
    expect(compiledFolder).toBeNull();
  });
});
