import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createEvidenceFinder } from '#core/screening/handing-out/find-evidence.ts';
import { gatherHandOut } from '#core/screening/handing-out/gather-hand-out.ts';
import {
  writeHandOut,
  type HandOutEffects,
  type HandOutFormat,
} from '#core/screening/handing-out/hand-out-formats.ts';
import { countOmopLosses } from '#core/screening/handing-out/omop-rows.ts';
import { typesetPdf } from '#core/typeset/typeset-pdf.ts';
import { languages, type Language } from '#core/wording/language.ts';
import { screenedWorld } from './screened-world.ts';

type World = Awaited<ReturnType<typeof screenedWorld>>;

async function bytesOf(
  { workspace, release }: World,
  format: HandOutFormat,
  changes: Partial<HandOutEffects> = {},
): Promise<Uint8Array> {
  const effects: HandOutEffects = {
    ...{ language: 'en', typeset: typesetPdf },
    findEvidence: createEvidenceFinder(workspace, release, () => ['zin', 'seksueel risico']),
    ...changes,
  };
  const pieces: Uint8Array[] = [];
  for await (const piece of writeHandOut(
    gatherHandOut(workspace, release, ['all']),
    format,
    effects,
  )) {
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

/** Rows of a table as an independent reader has them. */
const rowsOf = (csv: string) => parse<Record<string, string>>(csv, { columns: true });

async function omopOf(world: World) {
  const files = unzipSync(await bytesOf(world, 'omop'));
  expect(Object.keys(files)).toEqual(['NOTE_NLP.csv', 'OBSERVATION.csv']);
  return {
    evidence: rowsOf(strFromU8(files['NOTE_NLP.csv'])),
    observations: rowsOf(strFromU8(files['OBSERVATION.csv'])),
  };
}

describe('OMOP', () => {
  it('has the terms of notes that are to be seen, and nothing else of their text', async () => {
    const texts = ['😀 Geheime zin over seksueel risico.', 'zin', 'geen', 'zin', 'leeg', 'zin'];
    const { evidence } = await omopOf(await screenedWorld({}, texts));
    expect(Object.keys(evidence[0])).toEqual([
      ...['note_nlp_id', 'note_id', 'section_concept_id', 'snippet', 'offset', 'lexical_variant'],
      ...['note_nlp_concept_id', 'note_nlp_source_concept_id', 'nlp_system', 'nlp_date'],
      ...['nlp_datetime', 'term_exists', 'term_temporal', 'term_modifiers'],
    ]);
    const told = evidence.map(({ note_nlp_id: id, note_id: note, offset, lexical_variant: term }) =>
      [id, note, offset, term].join(' '),
    );
    // Offsets are code points, and note 502 is clear.
    expect(told).toEqual([
      '1 501 10 zin',
      '2 501 19 seksueel risico',
      '3 506 0 zin',
      '4 504 0 zin',
    ]);
    expect(new Set(evidence.map(({ snippet }) => snippet))).toEqual(new Set(['']));
    expect(evidence[0].nlp_date).toBe('2026-12-01');
  });

  it('has a verdict only where a person with a name agreed', async () => {
    const world = await screenedWorld();
    const { observations } = await omopOf(world);
    expect(observations).toMatchObject([
      {
        ...{ observation_id: '1', person_id: '11', observation_date: '2026-12-01' },
        ...{ value_as_string: 'yes', observation_concept_id: '0', observation_event_id: '' },
      },
    ]);
    expect(Object.keys(observations[0])).toHaveLength(21);
  });

  it('keeps to the widths of its columns, and tells what is left out', async () => {
    const label = 'é'.repeat(300);
    const texts = [`zin ${'x'.repeat(400)}`, ...Array.from({ length: 5 }, () => '')];
    const world = await screenedWorld({ label }, texts);
    const findEvidence = () => ({ text: texts[0], terms: [{ start: 0, end: 404 }] });
    const files = unzipSync(await bytesOf(world, 'omop', { findEvidence }));
    const [row] = rowsOf(strFromU8(files['NOTE_NLP.csv']));
    expect(row.lexical_variant).toHaveLength(250);
    const [observation] = rowsOf(strFromU8(files['OBSERVATION.csv']));
    expect(observation.value_as_string).toHaveLength(60);
    expect(observation.value_source_value).toHaveLength(50);
    const { workspace, release } = world;
    const gathered = gatherHandOut(workspace, release, ['all']);
    expect(countOmopLosses(gathered)).toEqual({ notes: 0, patients: 0 });
    const named = [...gathered.patients].map((each) => ({
      ...each,
      entry: { ...each.entry, patient: 'p1' },
      notes: each.notes.map((note) => ({ ...note, noteId: 'n1' })),
    }));
    expect(countOmopLosses({ ...gathered, patients: named })).toEqual({ notes: 5, patients: 1 });
  });
});

describe('A table', () => {
  it('of CSV has a line for each patient, with who decided', async () => {
    const rows = rowsOf(strFromU8(await bytesOf(await screenedWorld(), 'csv')));
    expect(
      rows.map(({ patient, probability, decision, reason, decided_by: by, final }) =>
        [patient, probability, decision, reason, by, final].join('|'),
      ),
    ).toEqual([
      '11|0.91|agree||Ben|true',
      '12|0.6|disagree|past|Ana|true',
      '|0.5||||false',
      '13|0.2||||false',
      '14|||||false',
    ]);
    expect(rows[0].made_by).toMatch(/^AI: hiv-offer, release 1, for-trial$/);
  });

  it('of Excel has worklist, decisions and what the release is, and no formula', async () => {
    const content = { intendedUse: '=HYPERLINK("http://evil")' };
    const bytes = await bytesOf(await screenedWorld(content), 'xlsx');
    const sheets = Object.entries(unzipSync(bytes)).filter(([path]) => path.includes('/sheet'));
    expect(sheets).toHaveLength(3);
    for (const [, sheet] of sheets) expect(strFromU8(sheet)).not.toContain('<f');
    expect(strFromU8(sheets[0][1])).toContain('<v>0.91</v>');
    const decisions = strFromU8(sheets[1][1]);
    expect(decisions.match(/<row>/g)).toHaveLength(3);
    expect(decisions).toContain('501 v1, 502 v1');
    const all = sheets.map(([, sheet]) => strFromU8(sheet)).join('');
    expect(all).not.toMatch(/Geheime/);
    expect(all).toContain('=HYPERLINK');
  });
});

describe('Paper', () => {
  it.each(Object.keys(languages) as Language[])('is a page and a PDF in %s', async (language) => {
    const world = await screenedWorld();
    const html = strFromU8(await bytesOf(world, 'html', { language }));
    expect(html).toContain(`<html lang="${language}"`);
    expect(html).toContain('<th scope="row">');
    expect(html).not.toMatch(/Geheime|<script/);
    const pdf = await bytesOf(world, 'pdf', { language });
    expect(strFromU8(pdf.subarray(0, 5))).toBe('%PDF-');
  });

  it('leaves room to mark who is open, and tells what was decided of others', async () => {
    const html = strFromU8(await bytesOf(await screenedWorld(), 'html'));
    const page = html.replace(/\s+/g, ' ');
    expect(page.match(/agree · disagree · defer · refer/g)).toHaveLength(3);
    expect(page).toMatch(/disagreed: in the past only .{0,60}Ana, 2026-12-01 10:00 UTC/);
    expect(page).toContain('For trial: do not rely on it.');
  });
});
