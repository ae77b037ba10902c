import { describe, expect, it } from 'vitest';
import { AnamnesisError } from '#core/base/error.ts';
import { mayAs, roles, type Person, type Role } from '#core/domain/person.ts';
import { actingPerson } from '#core/storage/acting-person.ts';
import { procedureRoles } from './contract/procedure-roles.ts';
import { procedures } from './contract/procedures.ts';
import { createApi } from './create-api.ts';
import type { ApiEvent } from './contract/events.ts';
import type { ApiPorts, StudyService } from './ports.ts';

const absent = () => {
  throw new Error('not part of this test');
};

const owner: Person = { id: 'p1', name: null, role: 'owner' };

function portsWith(studies: Partial<StudyService>, faults: string[] = []): ApiPorts {
  return {
    workspace: { describe: absent },
    engines: { describe: absent, measure: absent, subscribe: () => () => undefined },
    studies: {
      list: absent,
      get: absent,
      checkPlan: absent,
      planFields: absent,
      changePlan: absent,
      tryPlan: absent,
      start: absent,
      resume: absent,
      changes: absent,
      decideRun: absent,
      pause: absent,
      stop: absent,
      unqueue: absent,
      removal: absent,
      remove: absent,
      lossCurve: absent,
      learning: absent,
      across: absent,
      report: absent,
      resultFile: absent,
      reportFile: absent,
      planTemplate: absent,
      subscribe: () => () => undefined,
      ...studies,
    },
    drafts: { get: absent, keep: absent },
    models: {
      list: absent,
      get: absent,
      task: absent,
      startTask: absent,
      predict: absent,
      keep: absent,
      remove: absent,
      pruning: absent,
      prune: absent,
      subscribe: () => () => undefined,
    },
    documents: {
      collections: absent,
      look: absent,
      task: absent,
      startImport: absent,
      stopImport: absent,
      removeCollection: absent,
      numbers: absent,
      rows: absent,
      values: absent,
      get: absent,
      subscribe: () => () => undefined,
      close: () => undefined,
    },
    sets: {
      numbers: absent,
      values: absent,
      document: absent,
      count: absent,
      freeze: absent,
      subscribe: () => () => undefined,
    },
    statistics: {
      of: absent,
      tokenTask: absent,
      countTokens: absent,
      stopTokens: absent,
      subscribe: () => () => undefined,
      close: () => undefined,
    },
    exports: {
      task: absent,
      count: absent,
      write: absent,
      stop: absent,
      subscribe: () => () => undefined,
      close: () => undefined,
    },
    annotation: {
      list: absent,
      propose: absent,
      labellers: absent,
      create: absent,
      remove: absent,
      get: absent,
      changeScheme: absent,
      writeGuidelines: absent,
      guidelines: absent,
      queue: absent,
      neighbour: absent,
      open: absent,
      edit: absent,
      undo: absent,
      alike: absent,
      suggestTerms: absent,
      suggestMarked: absent,
      stopSuggesting: absent,
      suggestPredicted: absent,
      subscribe: () => () => undefined,
      close: () => undefined,
    },
    settling: {
      disagreements: absent,
      differences: absent,
      decide: absent,
      corrections: absent,
      agreement: absent,
      freeze: absent,
      subscribe: () => () => undefined,
    },
    annotationModels: {
      train: absent,
      queueOrder: absent,
      latest: absent,
      start: absent,
      stop: absent,
      subscribe: () => () => undefined,
      close: () => undefined,
    },
    insights: {
      list: absent,
      latest: absent,
      terms: absent,
      readFile: absent,
      explain: absent,
      lookAtEntities: absent,
      entities: absent,
      resume: absent,
      stop: absent,
      explanation: absent,
      file: absent,
      remove: absent,
      subscribe: () => () => undefined,
      close: () => undefined,
    },
    labelErrors: {
      start: absent,
      checks: absent,
      errors: absent,
      check: absent,
      apply: absent,
      compare: absent,
      subscribe: () => () => undefined,
    },
    screening: {
      releases: absent,
      worklist: absent,
      inspect: absent,
      patient: absent,
      decide: absent,
    },
    screeningWork: {
      ...{ releasable: absent, draft: absent, release: absent, list: absent, latest: absent },
      ...{ start: absent, stop: absent, subscribe: () => () => undefined },
    },
    watching: { look: absent, judge: absent },
    folders: { list: absent },
    scores: { figures: absent, ofClass: absent, errors: absent, example: absent },
    people: {
      list: absent,
      add: absent,
      setRole: absent,
      lock: absent,
      unlock: absent,
      remove: absent,
      resetPassphrase: absent,
      changePassphrase: absent,
      makeRecoveryKey: absent,
    },
    audit: { list: absent, file: absent, verify: absent },
    onFault: (procedure) => faults.push(procedure),
    onRefusal: absent,
  };
}

describe('a call', () => {
  it('gives the output of its procedure', async () => {
    const api = createApi(portsWith({ start: (plan) => Promise.resolve(`study-of-${plan}`) }));
    expect(await api.call('studies.start', { planText: 'p' }, owner)).toEqual({
      ok: true,
      value: { studyId: 'study-of-p' },
    });
  });

  it('refuses a name that the contract does not have, also names every object has', async () => {
    const api = createApi(portsWith({}));
    for (const name of ['studies.delete', 'constructor', '__proto__', 'toString']) {
      expect(await api.call(name, {}, owner)).toMatchObject({
        ok: false,
        failure: { code: 'api.unknown-procedure' },
      });
    }
  });

  it('refuses input of another form before the product sees it', async () => {
    const api = createApi(portsWith({ get: absent }));
    for (const input of [undefined, null, {}, { studyId: 7 }, { studyId: 'a', more: 1 }]) {
      const reply = await api.call('studies.get', input, owner);
      expect(reply).toMatchObject({ ok: false, failure: { code: 'api.invalid-input' } });
    }
    expect(await api.call('studies.get', { studyId: 7 }, owner)).toMatchObject({
      failure: { place: 'studyId' },
    });
  });

  it('tells an error of the product with its code and remedy', async () => {
    const refuse = () =>
      Promise.reject(
        new AnamnesisError('file.missing', {
          expected: 'a file',
          found: 'none',
          remedy: 'Name another.',
          place: 'corpora.a',
        }),
      );
    const api = createApi(portsWith({ start: refuse }));
    expect(await api.call('studies.start', { planText: 'p' }, owner)).toEqual({
      ok: false,
      failure: {
        code: 'file.missing',
        expected: 'a file',
        found: 'none',
        remedy: 'Name another.',
        place: 'corpora.a',
      },
    });
  });

  it('tells an unforeseen error without its text, and the host with it', async () => {
    const faults: string[] = [];
    const fail = () => Promise.reject(new Error('patient 7 coughs'));
    const api = createApi(portsWith({ list: fail }, faults));
    const reply = await api.call('studies.list', {}, owner);
    expect(reply).toMatchObject({ ok: false, failure: { code: 'program.fault' } });
    expect(JSON.stringify(reply)).not.toContain('coughs');
    expect(faults).toEqual(['studies.list']);
  });

  it('lets nothing out that the contract does not name', async () => {
    const faults: string[] = [];
    const list = () => Promise.resolve([{ id: 'a', note: 'patient 7 coughs' }] as never);
    const api = createApi(portsWith({ list }, faults));
    const reply = await api.call('studies.list', {}, owner);
    expect(reply).toMatchObject({ ok: false, failure: { code: 'program.fault' } });
    expect(JSON.stringify(reply)).not.toContain('coughs');
    expect(faults).toEqual(['studies.list']);
  });
});

it('events of the study service reach those who joined, until the api is closed', () => {
  const listeners = new Set<(event: ApiEvent) => void>();
  const subscribe = (listener: (event: ApiEvent) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const api = createApi(portsWith({ subscribe }));
  const heard: string[] = [];
  api.join(null, (message) => heard.push(message.type));
  for (const tell of listeners) tell({ type: 'study-changed', studyId: 's', state: 'running' });
  expect(heard).toEqual(['joined', 'event']);
  api.close();
  expect(listeners.size).toBe(0);
});

describe('a role', () => {
  const person = (role: Role): Person => ({ id: 'p2', name: 'Ana', role });

  it('is named for every procedure, and for nothing else', () => {
    expect(Object.keys(procedureRoles).sort()).toEqual(Object.keys(procedures).sort());
    for (const needed of Object.values(procedureRoles)) {
      expect([...roles, 'anyone', 'owner-if-open']).toContain(needed);
    }
  });

  it('decides what is done: what needs another is refused, said and written down', async () => {
    const refused: unknown[] = [];
    const api = createApi({
      ...portsWith({ start: absent }),
      onRefusal: (procedure, needed) => refused.push([procedure, needed, actingPerson()]),
    });
    expect(await api.call('studies.start', { planText: 'p' }, person('reviewer'))).toMatchObject({
      ok: false,
      failure: {
        code: 'person.not-permitted',
        expected: { english: 'the role analyst, or one that may more' },
        found: { english: 'the role reviewer' },
      },
    });
    expect(refused).toEqual([['studies.start', 'analyst', 'p2']]);
  });

  it('refuses each procedure to each role below the one that it needs, and to no other', async () => {
    const refused: string[] = [];
    const api = createApi({ ...portsWith({}, []), onRefusal: (name) => refused.push(name) });
    for (const role of roles) {
      refused.length = 0;
      // Of a wrong form, so that no procedure is reached: the role is looked at before it.
      for (const name of Object.keys(procedures)) await api.call(name, 7, person(role));
      const beyond = Object.entries(procedureRoles).filter(
        ([, needed]) => roles.indexOf(needed as Role) > -1 && !mayAs(role, needed as Role),
      );
      expect(refused).toEqual(beyond.map(([name]) => name));
    }
  });

  it('stays with what a call began', async () => {
    const acted: unknown[] = [];
    const list = async () => {
      await Promise.resolve();
      acted.push(actingPerson());
      return [];
    };
    const api = createApi(portsWith({ list }));
    await Promise.all([
      api.call('studies.list', {}, { ...person('reader'), id: 'a' }),
      api.call('studies.list', {}, { ...person('reader'), id: 'b' }),
    ]);
    expect(acted).toEqual(['a', 'b']);
    expect(actingPerson()).toBeUndefined();
  });
});
