import type { LabelSource, Suggestion } from '#core/domain/annotation-work.ts';
import type { Span } from '#core/domain/text.ts';
import type { StorageContext } from './storage-context.ts';

/** A suggestion that is not stored yet. */
export type NewSuggestion = Suggestion extends infer Each
  ? Each extends Suggestion
    ? Omit<Each, 'id'>
    : never
  : never;

export interface AnnotationSuggestionStore {
  /** Those of a document, answered or not, in the order in which they came. */
  ofDocument(projectId: number, number: number): Suggestion[];
  /** Puts those of one source in the place of those of it that nobody has answered. */
  replace(
    projectId: number,
    number: number,
    source: Pick<LabelSource, 'by' | 'name'>,
    suggestions: readonly NewSuggestion[],
  ): void;
}

interface SuggestionRow {
  readonly id: number;
  readonly kind: Suggestion['kind'];
  readonly label: string;
  readonly fragmentsJson: string | null;
  readonly attributesJson: string | null;
  readonly by: LabelSource['by'];
  readonly name: string | null;
  readonly score: number | null;
}

function toSuggestion({ id, kind, label, by, name, score, ...json }: SuggestionRow): Suggestion {
  const from = { by, name, score, suggestion: null };
  if (kind === 'class') return { id: String(id), kind, label, from };
  return {
    id: String(id),
    kind,
    type: label,
    fragments: JSON.parse(json.fragmentsJson ?? '[]') as Span[],
    attributes: JSON.parse(json.attributesJson ?? '{}') as Record<string, string>,
    from,
  };
}

export function openAnnotationSuggestionStore({
  sql,
  nowMs,
}: StorageContext): AnnotationSuggestionStore {
  const listed = (projectId: number, number: number) =>
    (
      sql.all(
        `SELECT id, kind, label, fragments_json AS fragmentsJson,
             attributes_json AS attributesJson, source AS by, source_name AS name, score
             FROM annotation_suggestions
             WHERE project_id = @projectId AND document_id = @number ORDER BY id`,
        { projectId, number },
      ) as SuggestionRow[]
    ).map(toSuggestion);

  return {
    ofDocument: listed,

    replace: (projectId, number, { by, name }, suggestions) => {
      sql.transaction(() => {
        sql.run(
          `DELETE FROM annotation_suggestions WHERE project_id = @projectId
             AND document_id = @number AND source = @by AND source_name IS @name
             AND NOT EXISTS (SELECT 1 FROM annotation_works, json_each(verdicts_json) AS verdict
               WHERE annotation_works.project_id = @projectId
                 AND annotation_works.document_id = @number
                 AND verdict.key = CAST(annotation_suggestions.id AS TEXT))`,
          { projectId, number, by, name },
        );
        // What somebody has answered stays, and is not asked again.
        const answered = new Set(
          listed(projectId, number)
            .filter(({ from }) => from.by === by && from.name === name)
            .map(keyOf),
        );
        for (const each of suggestions) {
          if (answered.has(keyOf(each))) continue;
          const isSpan = each.kind === 'span';
          sql.insert(
            `INSERT INTO annotation_suggestions (project_id, document_id, kind, label,
               fragments_json, attributes_json, source, source_name, score, at_ms)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
            [
              projectId,
              number,
              each.kind,
              isSpan ? each.type : each.label,
              isSpan ? JSON.stringify(each.fragments) : null,
              isSpan ? JSON.stringify(each.attributes) : null,
              each.from.by,
              each.from.name,
              each.from.score,
              nowMs(),
            ],
          );
        }
      });
    },
  };
}

function keyOf(each: NewSuggestion): string {
  return each.kind === 'class'
    ? JSON.stringify([each.label])
    : JSON.stringify([each.type, each.fragments]);
}
