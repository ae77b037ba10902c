import { AnamnesisError } from '#core/base/error.ts';
import type { EntityMaps } from '#core/domain/entity-map.ts';
import type { KeptInsight } from '#core/domain/insight.ts';
import type { ExplainedDocuments } from '#core/domain/note-explanation.ts';
import { mayAs, type Person } from '#core/domain/person.ts';
import type { KeptGeometry } from '#core/insight/entities/complete-geometry.ts';
import { geometryKind, keepGeometry } from '#core/insight/entities/geometry-order.ts';
import {
  explanationKind,
  keepOrder,
  readOrder,
  type OrderedNote,
} from '#core/insight/explanation-order.ts';
import { readNote, readTerms } from '#core/insight/read-terms.ts';
import { placeModels } from '#core/library/model-reference.ts';
import { drawExplanations } from '#core/report/html/explanation-picture.ts';
import { writeExplanationsCsv } from '#core/report/write-explanations-csv.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import type { ApiEvent } from '../contract/events.ts';
import type { Failure } from '../contract/failure.ts';
import type {
  AskForInsightFile,
  Explain,
  InsightView,
  InsightWork,
  ShippedTerms,
} from '../contract/insights.ts';
import type { InsightService } from '../ports.ts';

/** How far a work is, in a process of its own. */
export interface InsightProgress {
  readonly share: number | null;
  readonly timeLeftMs: number | null;
}

export interface InsightEnd {
  readonly state: 'done' | 'stopped' | 'failed';
  readonly failure: Failure | null;
}

/** Goes on with a kept insight to its end, for the person who acts. */
export type LaunchInsight = (
  insightId: number,
  onProgress: (progress: InsightProgress) => void,
) => { readonly stop: () => void; readonly ended: Promise<InsightEnd> };

/** What the window does not ask for. */
const usualGeometry = { resamples: 2000, iterations: 1000, mostPoints: 4000 } as const;

export interface InsightServiceOptions {
  readonly workspace: Workspace;
  readonly launch: LaunchInsight;
  /** The engine that computes. */
  readonly engine: () => string;
  readonly shippedTerms: (list: ShippedTerms) => readonly string[];
}

/** What was found out of models: begun, followed, shown, taken along and removed. */
export function createInsightService({
  workspace,
  launch,
  engine,
  shippedTerms,
}: InsightServiceOptions): InsightService {
  const { insights, documents, models } = workspace;
  const listeners = new Set<(event: ApiEvent) => void>();
  const tell = (event: ApiEvent) => {
    for (const listener of listeners) listener(event);
  };
  let latest: InsightWork | null = null;
  let stop: (() => void) | null = null;
  const change = (work: InsightWork) => {
    latest = work;
    tell({ type: 'insight-work', work });
  };

  const begin = ({ id, finishedAtMs }: KeptInsight): void => {
    if (finishedAtMs !== null) return;
    const begun = { insightId: id, share: null, timeLeftMs: null, failure: null } as const;
    const launched = launch(id, (progress) => {
      change({ ...begun, state: 'running', ...progress });
    });
    stop = launched.stop;
    change({ ...begun, state: 'running' });
    tell({ type: 'insights-changed' });
    void launched.ended.then(({ state, failure }) => {
      stop = null;
      change({ ...begun, state, share: state === 'done' ? 1 : null, failure });
      tell({ type: 'insights-changed' });
    });
  };
  const requireIdle = () => {
    if (stop !== null) throw busy();
  };
  const noteOf = (note: Explain['note']): OrderedNote => {
    if (note.from === 'text') return { id: note.id, number: null, text: note.text };
    const { id, number } = documents.get(note.number);
    return { id, number, text: null };
  };
  const view = (persons: ReadonlyMap<string, string | null>) => (kept: KeptInsight) =>
    ({
      id: kept.id,
      kind: kept.kind,
      subject: kept.subject,
      models: kept.models.map(({ id, name }) => ({ id, name })),
      seed: kept.seed,
      person: (kept.person === null ? null : persons.get(kept.person)) ?? null,
      createdAtMs: kept.createdAtMs,
      finishedAtMs: kept.finishedAtMs,
    }) satisfies InsightView;
  const nameModel = (id: string) => {
    const stored = models.get(id);
    const place = placeModels(workspace, models.list()).get(id);
    return { name: place?.reference ?? stored.name, stored };
  };
  /** Points with the collections of their documents, to which the window goes. */
  const placePoints = ({ points, ...maps }: EntityMaps) => {
    const numbers = new Set(points.map(({ document }) => document));
    const collections = new Map(
      Array.from(numbers, (number) => [number, documents.get(number).collectionId] as const),
    );
    return {
      ...maps,
      points: points.map((point) => ({
        ...point,
        collectionId: collections.get(point.document) ?? 0,
      })),
    };
  };
  const names = () => new Map(workspace.persons.list().map(({ id, name }) => [id, name]));

  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    list: async () => insights.list().map(view(names())),
    latest: () => Promise.resolve(latest),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    terms: async (list) => shippedTerms(list),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    readFile: async ({ as, name, base64 }) => {
      const bytes = Buffer.from(base64, 'base64');
      return as === 'note' ? readNote(bytes, name) : readTerms(bytes, name).terms.join('\n');
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    explain: async ({ modelIds, note, terms, seed, ...asked }) => {
      requireIdle();
      const kept = keepOrder(workspace, {
        notes: [noteOf(note)],
        settings: { ...asked, engine: engine() },
        seed,
        terms,
        models: modelIds.map(nameModel),
      });
      begin(kept);
      return kept.id;
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    lookAtEntities: async ({ set, version, modelIds, layer, perplexity, mapCount, seed }) => {
      requireIdle();
      const kept = keepGeometry(workspace, {
        set: workspace.labelledSets.get(set, version),
        settings: { ...usualGeometry, layer, perplexity, mapCount, engine: engine() },
        seed,
        models: modelIds.map(nameModel),
      });
      begin(kept);
      return kept.id;
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    entities: async (id) => {
      const { kind } = insights.get(id);
      if (kind !== geometryKind) refuseKind(kind, 'aGeometry');
      const result = insights.result(id) as KeptGeometry | undefined;
      const maps = result?.maps ?? null;
      return { geometry: result?.geometry ?? null, maps: maps && placePoints(maps) };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    resume: async (id) => {
      requireIdle();
      begin(insights.get(id));
    },
    stop: () => {
      stop?.();
      return Promise.resolve();
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    explanation: async (id) => {
      const kept = requireExplanation(insights.get(id));
      const result = insights.result(id) as ExplainedDocuments | undefined;
      const { notes } = readOrder(workspace, kept);
      return {
        insight: view(names())(kept),
        notes: notes.map((note, place) => ({
          id: note.id,
          text: note.text,
          explanations: explanationsAt(result, notes, place),
        })),
      };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    file: async (asked) => {
      const kept = requireExplanation(insights.get(asked.insightId));
      const result = insights.result(kept.id) as ExplainedDocuments | undefined;
      const text = writeFile(result ?? { documents: [], wordless: [] }, asked);
      workspace.audit.append('export.written', { insight: kept.id, files: 1 });
      return { fileName: `explanation-${kept.id}.${asked.format}`, text };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    remove: async (id, asking) => {
      const kept = insights.get(id);
      requireOwn(kept, asking);
      if (latest?.insightId === id) {
        requireIdle();
        latest = null;
      }
      insights.remove(id);
      tell({ type: 'insights-changed' });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => {
      stop?.();
    },
  };
}

/** Notes without a word stand in the order, and not in the result. */
function explanationsAt(
  result: ExplainedDocuments | undefined,
  notes: readonly { readonly id: string }[],
  place: number,
) {
  if (result === undefined || result.wordless.includes(notes[place].id)) return [];
  const before = notes.slice(0, place).filter(({ id }) => result.wordless.includes(id)).length;
  return result.documents[place - before].explanations;
}

function writeFile(result: ExplainedDocuments, { format, method }: AskForInsightFile): string {
  switch (format) {
    case 'csv':
      return writeExplanationsCsv(result.documents);
    case 'json':
      return `${JSON.stringify(result, null, 2)}\n`;
    case 'svg':
      return drawExplanations(result.documents.at(0)?.explanations ?? [], method);
  }
}

/** @throws record.missing */
function requireExplanation(kept: KeptInsight): KeptInsight {
  if (kept.kind === explanationKind) return kept;
  return refuseKind(kept.kind, 'anExplanation');
}

/** @throws record.missing */
function refuseKind(found: string, expected: 'anExplanation' | 'aGeometry'): never {
  throw new AnamnesisError('record.missing', {
    expected: say('insight', expected),
    found,
    remedy: say('workspace', 'useKnownId'),
  });
}

/** What others have kept an analyst may remove. @throws person.not-permitted */
function requireOwn({ person }: KeptInsight, { id, role }: Person): void {
  if (person === id || mayAs(role, 'analyst')) return;
  throw new AnamnesisError('person.not-permitted', {
    expected: say('people', 'roleOrMore', 'analyst'),
    found: say('people', 'theRole', role),
    remedy: say('people', 'askOwner'),
  });
}

function busy(): AnamnesisError {
  return new AnamnesisError('model.task-running', {
    expected: say('insight', 'nothingUnderWay'),
    found: say('leaving', 'oneRunning'),
    remedy: say('leaving', 'waitOrStop'),
  });
}
