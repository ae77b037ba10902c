import { expect, test } from 'vitest';

import { suggestMapping } from './suggest-mapping.ts';

const prose = (at: number) => `Pacientul ${at} are febră și tuse de trei zile, fără alte simptome.`;
const rows = (row: (at: number) => string[]) => Array.from({ length: 20 }, (_, at) => row(at));

test.each([
  [
    ['verslagnr', 'patiëntnummer', 'geboortedatum', 'verslagdatum', 'soort', 'verslag'],
    rows((at) => [`${at}`, `p${at % 4}`, '1960-01-01', '02-03-2026', 'brief', prose(at)]),
    {
      text: 'verslag',
      id: 'verslagnr',
      patient: 'patiëntnummer',
      date: 'verslagdatum',
      kind: 'soort',
    },
  ],
  [
    ['id_paciente', 'edad', 'fecha', 'texto', 'etiqueta', 'idioma'],
    rows((at) => [`${at % 4}`, '50', '03/02/2026', prose(at), 'sí', 'es']),
    { text: 'texto', patient: 'id_paciente', date: 'fecha', label: 'etiqueta', language: 'idioma' },
  ],
  [
    ['ID', 'Data nașterii', 'Data', 'Pacient', 'Text clinic'],
    rows((at) => [`${at}`, '1960-01-01', '2026-02-03', `p${at % 3}`, prose(at)]),
    { text: 'Text clinic', id: 'ID', date: 'Data', patient: 'Pacient' },
  ],
  [
    ['note_id', 'person_id', 'note_date', 'note_text', 'age'],
    rows((at) => [`${at}`, `${at % 3}`, '2026-02-03', prose(at), '4']),
    { text: 'note_text', id: 'note_id', date: 'note_date', patient: 'person_id' },
  ],
  [['a', 'b', 'c'], rows((at) => [`${at}`, prose(at), '2026-02-03']), { text: 'b', date: 'c' }],
  [['note_id', 'tekst'], rows((at) => [`${at}`, 'kort']), { text: 'tekst', id: 'note_id' }],
])('columns %j are known by their names and cells', (header, head, expected) => {
  const { text, ...facts } = suggestMapping(header, head);
  const found = Object.fromEntries(Object.entries(facts).filter(([, name]) => name !== null));
  expect({ text: text.map(({ column }) => column).join(), ...found }).toEqual(expected);
});

test('several columns of prose are joined with their names as headings', () => {
  const both = suggestMapping(
    ['nr', 'anamnese', 'beleid'],
    rows((at) => [`${at}`, prose(at), prose(at)]),
  );
  expect(both.text.map(({ heading }) => heading)).toEqual(['anamnese', 'beleid']);
});

test('nothing is text where no column looks like it', () => {
  expect(suggestMapping(['a', 'b'], [['1', '2']]).text).toEqual([]);
});
