import { ownLabelFeature, ownMentionType } from '#core/domain/carried-xmi.ts';
import { fileOrigin, type SpanAnnotation } from '#core/domain/document.ts';
import { createOffsetMap } from '#core/domain/offset-units.ts';
import type { OffsetUnit } from '#core/domain/offset-units.ts';
import type { ProblemList } from '../problem-list.ts';

/** A feature structure that stands somewhere in the text. */
export interface CasAnnotation {
  readonly id: string | null;
  /** With its package, such as webanno.custom.Finding. */
  readonly type: string;
  readonly begin: number;
  readonly end: number;
  /** Values of its features that are no references. */
  readonly features: Readonly<Record<string, string>>;
  readonly line: number;
}

/** Layers that make up a text rather than say something of it. */
const structure = [
  /^uima\.(?!tcas\.Annotation$)/,
  /^de\.tudarmstadt\.ukp\.dkpro\.core\.api\.(?:segmentation|metadata|lexmorph|syntax|coref|structure|transform)\./,
  /^de\.tudarmstadt\.ukp\.clarin\.webanno\.api\.type\./,
  /^org\.apache\.ctakes\.typesystem\.type\.(?:syntax|structured|util)\./,
  /(?:^|\.)(?:\w*Token|Sentence|Paragraph|Segment|Lemma|POS|Stem)$/,
];

/** Features that name what a mention is, the best first. */
const labelFeatures = ['value', 'label', 'type', 'class', 'category', 'entity', 'tag'];

/** Name of a layer without its package. */
export const shortName = (type: string): string => type.slice(type.lastIndexOf('.') + 1);

/** Whether a type is a layer of mentions: neither structure of the text nor a relation. */
export function isMentionLayer(type: string, features: Iterable<string>): boolean {
  const names = new Set(features);
  const isRelation = names.has('Governor') && names.has('Dependent');
  return !isRelation && !structure.some((pattern) => pattern.test(type));
}

/** The feature whose value is the type of a mention; null where it has none. */
export function labelFeatureOf(
  type: string,
  features: Readonly<Record<string, string>>,
): string | null {
  if (type === ownMentionType) return ownLabelFeature;
  const names = Object.keys(features);
  for (const label of labelFeatures) {
    const found = names.find((name) => name.toLowerCase() === label);
    if (found !== undefined && features[found].trim() !== '') return found;
  }
  return null;
}

/**
 * Annotations of a CAS as mentions: the type is what their label says, else the name of their layer;
 * the other features are attributes. What stands outside of the text, or nowhere in it, is told.
 */
export function toMentions(
  text: string,
  annotations: readonly CasAnnotation[],
  unit: OffsetUnit,
  problems: ProblemList,
): SpanAnnotation[] {
  const { toText } = createOffsetMap(text, unit);
  const ids = new Set<string>();
  const mentions: SpanAnnotation[] = [];
  for (const { id, type, begin, end, features, line } of annotations) {
    const [start, stop] = [toText(begin), toText(end)];
    const label = labelFeatureOf(type, features);
    const name = features[label ?? ''] ?? shortName(type);
    if (!(start < stop)) {
      const detail = 'The offsets of a mention are not in the text, or it covers nothing.';
      problems.tell(line, 'cas-offset', 'left-out', detail, name);
      continue;
    }
    const { [label ?? '']: _, ...attributes } = features;
    const isNew = id !== null && !ids.has(id);
    if (isNew) ids.add(id);
    mentions.push({
      kind: 'span',
      id: isNew ? id : null,
      type: name,
      fragments: [{ start, end: stop }],
      attributes,
      origin: fileOrigin,
    });
  }
  return mentions;
}
