import type { Annotation, AnnotationOrigin } from '#core/domain/document.ts';
import type { Span } from '#core/domain/text.ts';
import type { Sql } from './database.ts';

interface AnnotationRow {
  readonly kind: Annotation['kind'];
  readonly label: string;
  readonly ownId: string | null;
  readonly start: number;
  readonly end: number;
  readonly fragmentsJson: string | null;
  readonly attributesJson: string | null;
  readonly by: AnnotationOrigin['by'];
  readonly name: string | null;
  readonly score: number | null;
  readonly atMs: number | null;
  readonly guideline: string | null;
}

/** Layers over the text of a document, in their order. */
export function insertAnnotations(
  sql: Sql,
  documentNumber: number,
  annotations: readonly Annotation[],
): void {
  for (const annotation of annotations) {
    const { by, name, score, atMs, guideline } = annotation.origin;
    sql.run(
      `INSERT INTO annotations (document_id, kind, label, own_id, start, "end", fragments_json,
         attributes_json, origin_by, origin_name, origin_score, origin_at_ms, origin_guideline)
       VALUES (@documentNumber, @kind, @label, @ownId, @start, @end, @fragmentsJson,
         @attributesJson, @by, @name, @score, @atMs, @guideline)`,
      { documentNumber, by, name, score, atMs, guideline, ...columnsOf(annotation) },
    );
  }
}

function columnsOf(annotation: Annotation) {
  if (annotation.kind === 'class') {
    const none = { start: null, end: null, fragmentsJson: null, attributesJson: null };
    return { kind: annotation.kind, label: annotation.label, ownId: null, ...none };
  }
  const { kind, type, id, fragments, attributes } = annotation;
  return {
    kind,
    label: type,
    ownId: id,
    start: fragments[0].start,
    end: fragments[fragments.length - 1].end,
    // Nearly all spans are of one piece.
    fragmentsJson: fragments.length === 1 ? null : JSON.stringify(fragments),
    attributesJson: Object.keys(attributes).length === 0 ? null : JSON.stringify(attributes),
  };
}

export function readAnnotations(sql: Sql, documentNumber: number): Annotation[] {
  const rows = sql.all(
    `SELECT kind, label, own_id AS ownId, start, "end", fragments_json AS fragmentsJson,
       attributes_json AS attributesJson, origin_by AS by, origin_name AS name,
       origin_score AS score, origin_at_ms AS atMs, origin_guideline AS guideline
       FROM annotations WHERE document_id = @documentNumber ORDER BY id`,
    { documentNumber },
  ) as AnnotationRow[];
  return rows.map((row): Annotation => {
    const { by, name, score, atMs, guideline } = row;
    const origin = { by, name, score, atMs, guideline };
    if (row.kind === 'class') return { kind: 'class', label: row.label, origin };
    const { ownId: id, label: type, start, end, fragmentsJson, attributesJson } = row;
    return {
      kind: 'span',
      id,
      type,
      fragments: fragmentsJson === null ? [{ start, end }] : (JSON.parse(fragmentsJson) as Span[]),
      attributes: JSON.parse(attributesJson ?? '{}') as Record<string, string>,
      origin,
    };
  });
}
