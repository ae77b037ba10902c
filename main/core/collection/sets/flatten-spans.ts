import { tagSentences } from '#core/corpus/tag-sentences.ts';
import type { Annotation, SourceDocument, SpanAnnotation } from '#core/domain/document.ts';
import type { ImportProblem, ImportResult, ImportRule } from '#core/domain/import-report.ts';
import { removeOverlaps } from '#core/domain/remove-overlaps.ts';
import type { EntitySpan, TaggedSentence } from '#core/domain/text.ts';

/** A document to be flattened; sentences are grouped by patient, where it is known. */
export type SpannedDocument = Pick<SourceDocument, 'id' | 'text' | 'patient'> & {
  readonly annotations: readonly Annotation[];
};

export interface FlattenOptions {
  readonly maxWords?: number;
  /** What a type is called; null for one that is ignored, before overlaps are resolved. */
  readonly nameType?: (type: string) => string | null;
  /** Whether a document without a class is one to which no label applies; else it is left out. */
  readonly keepUnlabelled?: boolean;
}

interface NumberedSpan extends EntitySpan {
  readonly pieces: number;
}

/**
 * Sentences with one IOB2 tag per word, from spans that may overlap, nest and have pieces, by the
 * rules by which brat files are read for training: a mention in pieces becomes one from the first
 * to the last; of overlapping ones the longer is kept, then the earlier. What this mends and leaves
 * out is told with the type of each; problems name the document and the line of its text.
 */
export function flattenSpans(
  document: SpannedDocument,
  { nameType = (type) => type, ...options }: FlattenOptions = {},
): ImportResult<TaggedSentence> {
  const { id, text, patient, annotations } = document;
  const spans = annotations.filter((each): each is SpanAnnotation => each.kind === 'span');
  const joined = spans.flatMap((span) => {
    const type = nameType(span.type);
    return type === null ? [] : [{ ...joinPieces(span), type }];
  });
  const { kept, removed } = removeOverlaps(joined, text.length);
  const tell = (
    span: EntitySpan,
    rule: ImportRule,
    told: Pick<ImportProblem, 'action' | 'detail'>,
  ) => ({
    file: id,
    line: lineAt(text, span.start),
    rule,
    label: span.type,
    ...told,
  });
  const problems: ImportProblem[] = [
    ...joined
      .filter(({ pieces }) => pieces > 1)
      .map((span) =>
        tell(span, 'brat-discontinuous', {
          action: 'repaired',
          detail: `A mention in ${span.pieces} pieces was read from the first to the last.`,
        }),
      ),
    ...removed.map((span) =>
      tell(span, 'brat-overlap', {
        action: 'left-out',
        detail: 'The mention overlaps one that is longer, or as long and earlier.',
      }),
    ),
  ];
  const entities = kept.map(({ start, end, type }) => ({ start, end, type }));
  const tagged = tagSentences({ id, text, entities }, options);
  return {
    items: tagged.items.map((sentence) => ({ ...sentence, groupId: patient ?? id })),
    problems: [...problems, ...tagged.problems].sort((a, b) => a.line - b.line),
  };
}

function joinPieces({ type, fragments }: SpanAnnotation): NumberedSpan {
  const { start } = fragments[0];
  const { end } = fragments[fragments.length - 1];
  return { start, end, type, pieces: fragments.length };
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
  }
  return line;
}
