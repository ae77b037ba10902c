import { describe, expect, it } from 'vitest';
import { catalogue } from '#core/wording/catalogue.ts';
import { languages, type Language } from '#core/wording/language.ts';
import { listTables } from '../files/write-table-files.ts';
import { linesOf, textOf, type ReportTable } from '../document/report-document.ts';
import { makeModelCard } from './make-model-card.ts';
import type { ModelCard } from './model-card.ts';
import { sampleModelCard } from './sample-model-card.ts';

const textsOf = ({ rows }: ReportTable) =>
  rows.map(({ cells }) => cells.map((cell) => textOf(linesOf(cell).line)));

/** What stands beside a property, in the first table that has it. */
function valueOf(card: ModelCard, property: string): string | undefined {
  return listTables(makeModelCard(card, 'en'))
    .flatMap(textsOf)
    .find(([name]) => name === property)
    ?.at(1);
}

const release = {
  ...{ id: 3, name: 'offer', person: 'p', by: 'A. Person', releasedAtMs: Date.UTC(2027, 0, 2) },
  ...{ untilMs: Date.UTC(2028, 0, 1), replaces: null, replacedBy: null },
  content: {
    ...{ label: 'present', classes: ['absent', 'present'], rule: null, sets: null },
    text: { notes: 1, mostUnknown: 0, scripts: [], languages: [] },
    ...{ preprocessing: '', intendedUse: 'an offer', population: 'adults', trialReasons: [] },
    model: {
      ...{ id: 'm', name: 'n', hash: 'h', study: 's', task: 't', model: 'adapted', fold: null },
    },
  },
} satisfies ModelCard['releases'][number];

describe('the card of a model', () => {
  it.each(Object.keys(languages) as Language[])('has whole tables and unique ids in %s', (each) => {
    const document = makeModelCard(sampleModelCard(), each);
    const ids = document.sections.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { caption, columns, rows } of listTables(document)) {
      for (const { cells } of rows) expect(cells, caption).toHaveLength(columns.length);
    }
    expect(JSON.stringify(document)).not.toMatch(/undefined|NaN|\[object/);
  });

  it('says of what was not recorded that it was not', () => {
    const { notRecorded } = catalogue.en.checklist;
    const card = sampleModelCard();
    expect(valueOf(card, 'Intended use')).toBe(notRecorded);
    expect(valueOf(card, 'Energy')).toBe(notRecorded);
    expect(valueOf(card, 'Seed')).toBe('42');
    const [training] = card.training;
    const unfinished = { ...card, training: [{ ...training, seed: null, pretraining: null }] };
    expect(valueOf(unfinished, 'Seed')).toBe(notRecorded);
    expect(valueOf(unfinished, 'Settings')).toBe(notRecorded);
    const empty = makeModelCard({ ...card, measured: [] }, 'en').sections;
    expect(empty.find(({ id }) => id === 'results')?.blocks.length).toBe(1);
    expect(JSON.stringify(empty.find(({ id }) => id === 'last-test'))).toContain(notRecorded);
  });

  it('tells of a release what it is for, and is dated by it', () => {
    const card = { ...sampleModelCard(), releases: [release] };
    expect(valueOf(card, 'Intended use')).toBe('an offer');
    expect(valueOf(card, 'Released by')).toBe('A. Person');
    expect(valueOf(card, 'Standing')).toBe('For use, within its dates.');
    expect(makeModelCard(card, 'en').createdAtMs).toBe(release.releasedAtMs);
    expect(makeModelCard(sampleModelCard(), 'en').createdAtMs).toBe(card.createdAtMs);
  });

  it('shows every measured fold with its own figures, and those of no other model', () => {
    const card = sampleModelCard();
    const [measured] = card.measured;
    const folds = listTables(makeModelCard(card, 'en')).find(
      ({ caption }) => caption === 'negation: every measured fold',
    );
    expect(folds?.rows.length).toBe(measured.runs.length);
    expect(measured.runs.length).toBeGreaterThan(1);
    const [first] = measured.runs;
    expect(textsOf(folds as ReportTable)[0].slice(1)).toEqual(
      first.metrics.map(({ value }) => value.toFixed(3)),
    );
    expect(JSON.stringify(makeModelCard(card, 'en'))).not.toContain('general');
  });

  it('tells the limits of what its line has read', () => {
    const limitsOf = (card: ModelCard) =>
      JSON.stringify(makeModelCard(card, 'en').sections.find(({ id }) => id === 'limits'));
    const card = sampleModelCard();
    expect(limitsOf(card)).toContain('can repeat pieces');
    expect(limitsOf({ ...card, lineage: card.lineage.slice(0, 1) })).not.toContain('can repeat');
    expect(limitsOf({ ...card, lineage: card.lineage.slice(1) })).toContain('frequent words');
  });
});
