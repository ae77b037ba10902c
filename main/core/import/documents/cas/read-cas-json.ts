import { valueSeparator } from '#core/domain/carried-xmi.ts';
import { isRecord, type JsonRecord, recordOf, recordsOf, textOrNull } from '../json-values.ts';
import { type CasAnnotation, isMentionLayer, shortName } from './cas-mentions.ts';

/** A text in a CAS with what is said of it. */
export interface CasView {
  readonly sofaId: string;
  /** Null where the CAS only refers to it. */
  readonly text: string | null;
  readonly language: string | null;
  readonly columns: Readonly<Record<string, string>>;
  readonly annotations: readonly CasAnnotation[];
  /** How many annotations of each other layer there are, by its short name. */
  readonly others: ReadonlyMap<string, number>;
}

/** A feature structure by its id. */
type StructureTable = ReadonlyMap<string, JsonRecord>;

/** They come in a list, or under their ids. */
function tableOf(structures: unknown): StructureTable {
  const entries = isRecord(structures)
    ? Object.entries(structures).map(([id, each]): [string, unknown] => [id, each])
    : recordsOf(structures).map((each): [string, unknown] => [String(each['%ID']), each]);
  return new Map(entries.flatMap(([id, each]) => (isRecord(each) ? [[id, each]] : [])));
}

const isPrimitive = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Values that are no references; of an array of values these, joined. */
function readFeatures(structure: JsonRecord, table: StructureTable): Record<string, string> {
  const features: Record<string, string> = {};
  for (const [key, value] of Object.entries(structure)) {
    if (key.startsWith('%') || key === '@sofa') continue;
    if (key.startsWith('@')) {
      const elements = table.get(String(value))?.['%ELEMENTS'];
      if (!Array.isArray(elements) || !elements.every((each) => typeof each === 'string')) continue;
      features[key.slice(1)] = elements.join(valueSeparator);
    } else if (isPrimitive(value) && !/^\^?(?:begin|end)$/.test(key)) {
      features[key.replace(/^[#^]/, '')] = String(value);
    }
  }
  return features;
}

const toOffset = (value: unknown) => (typeof value === 'number' ? value : Number.NaN);
const documentFeatures = ['documentTitle', 'documentId', 'documentUri', 'collectionId'];

/** Divides a CAS in JSON (0.4) into its texts. */
export function readCasJson(cas: JsonRecord): CasView[] {
  const table = tableOf(cas['%FEATURE_STRUCTURES']);
  const views = recordOf(cas['%VIEWS']);
  const sofas = [...table].filter(([, each]) => each['%TYPE'] === 'uima.cas.Sofa');
  return sofas.map(([id, sofa]) => {
    const sofaId = textOrNull(sofa.sofaID) ?? id;
    const listed = Object.hasOwn(views, sofaId) ? recordOf(views[sofaId])['%MEMBERS'] : undefined;
    const members = Array.isArray(listed) ? new Set(listed.map(String)) : null;
    const annotations: CasAnnotation[] = [];
    const others = new Map<string, number>();
    let language: string | null = null;
    const columns: Record<string, string> = {};
    for (const [own, structure] of table) {
      if (String(structure['@sofa']) !== id || (members !== null && !members.has(own))) continue;
      const type = String(structure['%TYPE']);
      const told = textOrNull(structure.language);
      if (told !== null && !told.startsWith('x-')) language ??= told;
      for (const name of documentFeatures) {
        const value = textOrNull(structure[name]);
        if (value !== null) columns[name] ??= value;
      }
      const names = Object.keys(structure).map((key) => key.replace(/^[@#^]/, ''));
      if (!isMentionLayer(type, names) || !names.includes('begin')) {
        if (!type.startsWith('uima.')) {
          const name = shortName(type);
          others.set(name, (others.get(name) ?? 0) + 1);
        }
        continue;
      }
      annotations.push({
        id: own,
        type,
        begin: toOffset(structure.begin),
        end: toOffset(structure.end),
        features: readFeatures(structure, table),
        line: 1,
      });
    }
    const text = typeof sofa.sofaString === 'string' ? sofa.sofaString : null;
    return { sofaId, text, language, columns, annotations, others };
  });
}
