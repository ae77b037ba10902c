import { AnamnesisError } from '#core/base/error.ts';
import { readSet } from '#core/collection/sets/read-set.ts';
import type { Annotation, AnnotationOrigin, SpanAnnotation } from '#core/domain/document.ts';
import type { CheckedLabel, LabelChange } from '#core/domain/label-check.ts';
import type { LabelCheck } from '#core/storage/label-checks.ts';
import type { FrozenInput, LabelledSetVersion } from '#core/storage/labelled-sets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';

/**
 * Makes the next version of a set, with the labels that people changed; the version that they looked
 * at stays. What they kept is not asked again in the new one. @throws annotation.nothing-done
 */
export function applyChecks(
  workspace: Workspace,
  version: LabelledSetVersion,
): { readonly frozen: LabelledSetVersion; readonly changed: number } {
  return workspace.transaction(() => {
    const { labelChecks, labelledSets, persons } = workspace;
    const checks = labelChecks.list(version.id);
    const changes = checks.filter(({ change }) => change !== null);
    if (changes.length === 0) {
      throw new AnamnesisError('annotation.nothing-done', {
        expected: say('annotation', 'changedLabels'),
        found: say('annotation', 'none'),
        remedy: say('annotation', 'changeFirst'),
      });
    }
    const names = new Map(persons.list().map(({ id, name }) => [id, name]));
    const ofDocument = Map.groupBy(changes, ({ number }) => number);
    function* documents(): Generator<FrozenInput> {
      for (const { number, id, patient, textHash, annotations } of readSet(workspace, version)) {
        const changed = (ofDocument.get(number) ?? []).reduce<readonly Annotation[]>(
          (all, check) => applyChange(all, check, names.get(check.person) ?? null),
          annotations,
        );
        yield { number, id, patient, textHash, annotations: changed };
      }
    }
    const choice = { checked: { version: version.version, changed: changes.length } };
    const frozen = labelledSets.freeze(version.name, choice, documents());
    for (const { atMs: _, ...check } of checks) {
      if (check.decision === 'kept') labelChecks.put({ ...check, versionId: frozen.id });
    }
    return { frozen, changed: changes.length };
  });
}

function applyChange(
  annotations: readonly Annotation[],
  { change, atMs }: LabelCheck,
  name: string | null,
): readonly Annotation[] {
  if (change === null) return annotations;
  const origin = { by: 'person', name, score: null, atMs, guideline: null } as const;
  const { before, after } = change;
  const replaced = before === null ? undefined : find(annotations, before);
  const put = after === null ? [] : [toAnnotation(after, { origin, replaced })];
  if (replaced === undefined) return [...annotations, ...put];
  // The same class by two annotators is one label.
  const isGone = (each: Annotation) =>
    each === replaced ||
    (each.kind === 'class' && replaced.kind === 'class' && each.label === replaced.label);
  return annotations.flatMap((each) => (each === replaced ? put : isGone(each) ? [] : [each]));
}

/** The class, or of the mentions of this type the one that has the most of the place. */
function find(annotations: readonly Annotation[], label: CheckedLabel): Annotation | undefined {
  if (label.kind === 'class') {
    return annotations.find((each) => each.kind === 'class' && each.label === label.label);
  }
  const { start, end, type } = label;
  const overlap = ({ fragments }: SpanAnnotation) =>
    Math.min(end, fragments[fragments.length - 1].end) - Math.max(start, fragments[0].start);
  return annotations
    .filter((each): each is SpanAnnotation => each.kind === 'span' && each.type === type)
    .filter((each) => overlap(each) > 0)
    .sort((a, b) => overlap(b) - overlap(a))
    .at(0);
}

function toAnnotation(
  label: NonNullable<LabelChange['after']>,
  {
    origin,
    replaced,
  }: { readonly origin: AnnotationOrigin; readonly replaced?: Annotation | undefined },
): Annotation {
  if (label.kind === 'class') return { kind: 'class', label: label.label, origin };
  const { type, start, end } = label;
  const before = replaced?.kind === 'span' ? replaced : null;
  return {
    kind: 'span',
    id: before?.id ?? null,
    type,
    fragments: [{ start, end }],
    // What was said of a mention of another type may mean nothing of this one.
    attributes: before?.type === type ? before.attributes : {},
    origin,
  };
}
