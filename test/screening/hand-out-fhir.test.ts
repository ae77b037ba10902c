import { describe, expect, it } from 'vitest';
import { gatherHandOut } from '#core/screening/handing-out/gather-hand-out.ts';
import { writeFhirBundle } from '#core/screening/handing-out/make-fhir-bundle.ts';
import type { WorklistFilter } from '#core/domain/screening-worklist.ts';
import { noScreeningCounts } from '#core/domain/screening.ts';
import { screenedNote } from '#core/storage/testing/screened-documents.ts';
import { catalogue } from '#core/wording/catalogue.ts';
import { languages, type Language } from '#core/wording/language.ts';
import { createFhirJudge, type Bundle, type Resource } from './fhir-judge.ts';
import { decide, screenedWorld } from './screened-world.ts';

const judge = createFhirJudge();

type World = Awaited<ReturnType<typeof screenedWorld>>;

function bundleOf(
  { workspace, release }: World,
  filters: readonly WorklistFilter[] = ['all'],
  language: Language = 'en',
): Bundle {
  const gathered = gatherHandOut(workspace, release, filters);
  const text = [...writeFhirBundle(gathered, catalogue[language].handingOut)].join('');
  return JSON.parse(text) as Bundle;
}

const of = ({ entry }: Bundle, type: string) =>
  entry.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type);

/** The value of an element by patient; that of one without a patient stands under "?". */
function byPatient(resources: readonly Resource[], person: string, element: string) {
  return Object.fromEntries(
    resources.map((each) => {
      const { identifier } = each[person] as { identifier?: { value: string } };
      return [identifier?.value ?? '?', each[element]];
    }),
  );
}

describe('A bundle of FHIR R4', () => {
  it.each(Object.keys(languages) as Language[])(
    'is one by the definitions, in %s',
    async (language) => {
      const bundle = bundleOf(await screenedWorld(), ['all'], language);
      expect(judge(bundle)).toEqual([]);
      expect(of(bundle, 'RiskAssessment')).toHaveLength(5);
    },
  );

  it('is final where a person with a name decided, and preliminary else', async () => {
    const world = await screenedWorld();
    const bundle = bundleOf(world);
    expect(byPatient(of(bundle, 'RiskAssessment'), 'subject', 'status')).toEqual({
      ...{ 11: 'final', 12: 'final', 13: 'preliminary', 14: 'preliminary', '?': 'preliminary' },
    });
    expect(byPatient(of(bundle, 'Task'), 'for', 'status')).toEqual({
      ...{ 11: 'accepted', 12: 'rejected', 13: 'requested', 14: 'requested', '?': 'requested' },
    });
    expect(new Set(of(bundle, 'Task').map(({ intent }) => intent))).toEqual(new Set(['proposal']));
    const persons = of(bundle, 'Practitioner').map(({ name }) => name);
    expect(persons).toEqual([[{ text: 'Ben' }], [{ text: 'Ana' }]]);
  });

  it('goes back to preliminary by a newer note, a deferral, or a decision of nobody', async () => {
    const world = await screenedWorld();
    const { workspace, release, clock } = world;
    clock.nowMs += 1;
    const again = workspace.screenings.begin({ releaseId: release.id, source: null });
    const note = screenedNote({
      number: null as never,
      noteId: '507',
      patient: '11',
      subject: 'patient 11',
    });
    workspace.screenings.keep(again.id, { notes: [note], counts: noScreeningCounts });
    decide(world, { by: world.ben, patient: '12', kind: 'defer' });
    decide(world, { by: null, patient: '13', kind: 'agree' });
    const bundle = bundleOf(world);
    expect(judge(bundle)).toEqual([]);
    const statuses = Object.values(byPatient(of(bundle, 'RiskAssessment'), 'subject', 'status'));
    expect(new Set(statuses)).toEqual(new Set(['preliminary']));
    expect(byPatient(of(bundle, 'Task'), 'for', 'status')).toMatchObject({
      ...{ 11: 'requested', 12: 'on-hold', 13: 'requested' },
    });
  });

  it('has probabilities in percent, names the patient and holds no text of notes and no remark', async () => {
    const bundle = bundleOf(await screenedWorld());
    const [first] = of(bundle, 'RiskAssessment');
    expect(first).toMatchObject({
      subject: { identifier: { value: '11' } },
      prediction: [{ outcome: { text: 'yes' }, probabilityDecimal: 91 }],
    });
    const [notJudged] = of(bundle, 'RiskAssessment').slice(-1);
    expect(notJudged).not.toHaveProperty('prediction');
    expect(JSON.stringify(bundle)).not.toMatch(/Geheime/);
  });

  it('says that a machine made it, and that it is for trial', async () => {
    const labelled = [bundleOf(await screenedWorld())].flatMap((bundle) => [
      ...[bundle, ...of(bundle, 'RiskAssessment'), ...of(bundle, 'Task')],
    ]);
    expect(labelled).toHaveLength(11);
    for (const { meta } of labelled) {
      expect(meta).toMatchObject({
        security: [{ code: 'AIAST' }],
        tag: [{ display: /artificial intelligence/ }, { display: /For trial/ }].map(
          ({ display }) => ({
            display: expect.stringMatching(display) as string,
          }),
        ),
      });
    }
    const inUse = bundleOf(await screenedWorld({ trialReasons: [] }));
    expect(JSON.stringify(inUse)).not.toContain('For trial');
  });

  it('has the program as the device of all that it says, and the person of what they decided', async () => {
    const bundle = bundleOf(await screenedWorld(), ['decided']);
    const urlOf = (type: string) =>
      bundle.entry
        .filter(({ resource }) => resource.resourceType === type)
        .map(({ fullUrl }) => fullUrl);
    const [device] = urlOf('Device');
    const agents = of(bundle, 'Provenance').map(({ agent }) => {
      const [{ who }] = agent as [{ who: { reference: string } }];
      return who.reference;
    });
    const [ben, ana] = urlOf('Practitioner');
    expect(agents).toEqual([device, ben, device, ana]);
    expect(of(bundle, 'Device')[0]).toMatchObject({ identifier: [{ value: 'weights-hash' }] });
  });

  it('is the same for the same hand-out', async () => {
    const world = await screenedWorld();
    expect(bundleOf(world)).toEqual(bundleOf(world));
  });
});

describe('The judge refuses', () => {
  type Changeable = Record<string, unknown>;
  const spoil = (type: string, change: (resource: Changeable) => void) => async () => {
    const bundle = structuredClone(bundleOf(await screenedWorld()));
    change(of(bundle, type)[0]);
    return judge(bundle);
  };
  it.each([
    [
      'an assessment without a status',
      spoil('RiskAssessment', (each) => delete each.status),
      /status/,
    ],
    ['one of nobody', spoil('RiskAssessment', (each) => delete each.subject), /subject/],
    [
      'a probability over a hundred percent',
      spoil('RiskAssessment', (each) => {
        each.prediction = [{ outcome: { text: 'yes' }, probabilityDecimal: 101 }];
      }),
      /ras-2/,
    ],
    [
      'a code that there is not',
      spoil('RiskAssessment', (each) => {
        each.status = 'certain';
      }),
      /observation-status/,
    ],
    [
      'an intent that there is not',
      spoil('Task', (each) => {
        each.intent = 'command';
      }),
      /request-intent/,
    ],
    ['a provenance without an agent', spoil('Provenance', (each) => delete each.agent), /agent/],
    [
      'an element that there is not',
      spoil('Device', (each) => {
        each.noteText = 'text';
      }),
      /noteText/,
    ],
    [
      'a reference to nothing',
      spoil('Task', (each) => {
        each.focus = { reference: 'urn:uuid:none' };
      }),
      /urn:uuid:none/,
    ],
    [
      'an assessment in the place of who asks',
      spoil('Task', (each) => {
        each.requester = each.focus;
      }),
      /Invalid reference/,
    ],
    [
      'an empty list',
      spoil('RiskAssessment', (each) => {
        each.note = [];
      }),
      /note/,
    ],
  ])('%s', async (_, judged, complaint) => {
    expect((await judged()).join('\n')).toMatch(complaint);
  });
});
