import { chooseDocuments, type DocumentChoice } from '#core/collection/sets/choose-documents.ts';
import { freezeSet } from '#core/collection/sets/freeze-set.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { ApiEvent } from '../contract/events.ts';
import type { FreezeChoice, NamedVersion } from '../contract/frozen-sets.ts';
import type { SetService } from '../ports.ts';
import { toFilter, toNarrowing, viewDocument } from './view-document.ts';

/** Frozen versions of labelled sets, what is in them, and how they are made. */
export function createSetService(workspace: Workspace): SetService {
  const listeners = new Set<(event: ApiEvent) => void>();
  const { frozenQueries, labelledSets } = workspace;
  const versionOf = ({ name, version }: NamedVersion) => labelledSets.get(name, version);

  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    numbers: async (of, filter) => frozenQueries.numbers(versionOf(of).id, toNarrowing(filter)),
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    values: async (of) => {
      const { id } = versionOf(of);
      return {
        kind: frozenQueries.values(id, 'kind'),
        language: frozenQueries.values(id, 'language'),
        class: frozenQueries.values(id, 'class'),
        type: frozenQueries.values(id, 'type'),
        problem: frozenQueries.values(id, 'problem'),
      };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    document: async (of, number) => {
      const annotations = frozenQueries.annotations(versionOf(of).id, number);
      const document = workspace.documents.get(number);
      const { versions: _, ...view } = viewDocument({ ...document, annotations }, []);
      const { id, name } = workspace.collections.get(document.collectionId);
      return { ...view, collection: { id, name } };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    count: async (choice) => {
      const numbers = chooseDocuments(workspace, toChoice(workspace, choice));
      return { documents: numbers.length, patients: countPatients(workspace, numbers) };
    },
    // eslint-disable-next-line @typescript-eslint/require-await -- rejects instead of throwing
    freeze: async ({ name, isLocked, ...choice }) => {
      const chosen = toChoice(workspace, choice);
      const { version } = freezeSet(workspace, name, chosen, { isLocked });
      for (const listener of listeners) listener({ type: 'collections-changed' });
      return { name, version };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function toChoice(workspace: Workspace, { filter, only }: FreezeChoice): DocumentChoice {
  const { collectionId, ...where } = toFilter(filter);
  const { name } = workspace.collections.get(collectionId);
  const choice = { collections: [name], where };
  switch (only.by) {
    case 'all':
      return choice;
    case 'share':
      return { ...choice, draw: { share: only.share, seed: only.seed } };
    case 'patients':
      return { ...choice, patients: only.names };
    case 'documents':
      return { ...choice, documents: only.names };
  }
}

const rowsAtOnce = 1_000;

function countPatients({ documentQueries }: Workspace, numbers: readonly number[]): number {
  const patients = new Set<string>();
  for (let first = 0; first < numbers.length; first += rowsAtOnce) {
    for (const { patient } of documentQueries.rows(numbers.slice(first, first + rowsAtOnce))) {
      if (patient !== null) patients.add(patient);
    }
  }
  return patients.size;
}
