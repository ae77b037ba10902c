import { AnamnesisError } from '#core/base/error.ts';
import type { ErrorCode } from '#core/base/error-codes.ts';
import type { Told } from '#core/base/phrase.ts';
import type { AnnotationScheme } from '#core/domain/annotation-scheme.ts';
import type {
  AnnotationEdit,
  AnnotationWork,
  AskedEdit,
  GivenClass,
  GivenSpan,
  LabelGiven,
  LabelSource,
  Suggestion,
} from '#core/domain/annotation-work.ts';
import { say } from '#core/wording/say.ts';
import { applyEdits } from './apply-edits.ts';
import { checkFragments } from './check-fragments.ts';

/** What edits are checked against, and what is kept of each label that they give. */
export interface EditContext {
  readonly text: string;
  readonly scheme: AnnotationScheme;
  readonly given: Omit<LabelGiven, 'from'>;
  /** By id; those of this document that this person may see. */
  readonly suggestions: ReadonlyMap<string, Suggestion>;
}

/**
 * What a person asks for, one after the other, as edits that can be undone. What changes nothing
 * gives no edit.
 * @throws annotation.position-invalid, annotation.label-unknown, annotation.mark-missing,
 * annotation.mark-taken, annotation.class-missing, annotation.suggestion-missing
 */
export function resolveEdits(
  work: AnnotationWork,
  asked: readonly AskedEdit[],
  context: EditContext,
): { readonly edits: readonly AnnotationEdit[]; readonly work: AnnotationWork } {
  const edits: AnnotationEdit[] = [];
  let current = work;
  for (const each of asked) {
    const resolved = resolve(current, each, context);
    for (const edit of resolved) edits.push(edit);
    if (resolved.length > 0) current = applyEdits(current, resolved);
  }
  return { edits, work: current };
}

function resolve(work: AnnotationWork, asked: AskedEdit, context: EditContext): AnnotationEdit[] {
  switch (asked.kind) {
    case 'class-set':
      return setClass(work, asked.label, context, null);
    case 'class-clear': {
      const known = work.classes.find(({ label }) => label === asked.label);
      return known === undefined ? [] : takeClass(work, known);
    }
    case 'span-add':
      return [{ kind: 'span-add', span: newSpan(work, asked, context, null) }];
    case 'span-change':
      return changeSpan(work, asked, context);
    case 'span-remove': {
      const span = findSpan(work, asked.id);
      return [{ kind: 'span-remove', span }, ...turnVerdict(work, span, 'rejected')];
    }
    case 'state':
      return setState(work, asked.state, context.scheme);
    case 'flag':
    case 'unsure': {
      const before = asked.kind === 'flag' ? work.isFlagged : work.isUnsure;
      return before === asked.value ? [] : [{ kind: asked.kind, before, after: asked.value }];
    }
    case 'remark':
      if (work.remark === asked.text) return [];
      return [{ kind: 'remark', before: work.remark, after: asked.text }];
    case 'accept':
      return accept(work, asked, context);
    case 'reject': {
      const { id } = findSuggestion(work, asked.suggestion, context);
      return [{ kind: 'verdict', about: id, before: null, after: 'rejected' }];
    }
  }
}

function setClass(
  work: AnnotationWork,
  label: string,
  { scheme, given }: EditContext,
  from: LabelSource | null,
): AnnotationEdit[] {
  if (!scheme.classes.some(({ name }) => name === label)) refuseLabel(label, scheme.classes);
  if (work.classes.some((each) => each.label === label)) return [];
  const others = scheme.classChoice === 'one' ? work.classes : [];
  return [
    ...others.flatMap((each) => takeClass(work, each)),
    { kind: 'class-add', class: { label, given: { ...given, from } } },
  ];
}

function takeClass(work: AnnotationWork, given: GivenClass): AnnotationEdit[] {
  return [{ kind: 'class-remove', class: given }, ...turnVerdict(work, given, 'rejected')];
}

function newSpan(
  work: AnnotationWork,
  { id, type, fragments, attributes }: Pick<GivenSpan, 'id' | 'type' | 'fragments' | 'attributes'>,
  context: EditContext,
  from: LabelSource | null,
): GivenSpan {
  if (work.spans.some((span) => span.id === id)) {
    refuse('annotation.mark-taken', say('annotation', 'newMark'), say('annotation', 'knownMark'));
  }
  const span = { id, type, fragments: plainPieces(fragments), attributes: sorted(attributes) };
  checkSpan(span, context);
  return { ...span, given: { ...context.given, from } };
}

function changeSpan(
  work: AnnotationWork,
  asked: Extract<AskedEdit, { kind: 'span-change' }>,
  context: EditContext,
): AnnotationEdit[] {
  const before = findSpan(work, asked.id);
  const changed = {
    id: before.id,
    type: asked.type ?? before.type,
    fragments: asked.fragments === undefined ? before.fragments : plainPieces(asked.fragments),
    attributes: asked.attributes === undefined ? before.attributes : sorted(asked.attributes),
  };
  checkSpan(changed, context);
  const { given, ...said } = before;
  if (JSON.stringify(changed) === JSON.stringify(said)) return [];
  const after = { ...changed, given: { ...context.given, from: given.from } };
  return [{ kind: 'span-change', before, after }, ...turnVerdict(work, before, 'changed')];
}

/** What was accepted and is changed or taken back counts as that. */
function turnVerdict(
  work: AnnotationWork,
  { given }: Pick<GivenSpan, 'given'>,
  after: 'changed' | 'rejected',
): AnnotationEdit[] {
  const about = given.from?.suggestion ?? null;
  if (about === null || !Object.hasOwn(work.verdicts, about)) return [];
  const before = work.verdicts[about];
  return before === after ? [] : [{ kind: 'verdict', about, before, after }];
}

function accept(
  work: AnnotationWork,
  { suggestion: about, id }: Extract<AskedEdit, { kind: 'accept' }>,
  context: EditContext,
): AnnotationEdit[] {
  const suggestion = findSuggestion(work, about, context);
  const from = { ...suggestion.from, suggestion: about };
  const verdict: AnnotationEdit = { kind: 'verdict', about, before: null, after: 'accepted' };
  return suggestion.kind === 'class'
    ? [...setClass(work, suggestion.label, context, from), verdict]
    : [{ kind: 'span-add', span: newSpan(work, { ...suggestion, id }, context, from) }, verdict];
}

function findSuggestion(
  work: AnnotationWork,
  id: string,
  { suggestions }: EditContext,
): Suggestion {
  const found = suggestions.get(id);
  if (found !== undefined && !Object.hasOwn(work.verdicts, id)) return found;
  return refuse(
    'annotation.suggestion-missing',
    say('annotation', 'openSuggestion'),
    say('annotation', 'noneOrSettled'),
  );
}

function setState(
  work: AnnotationWork,
  state: AnnotationWork['state'],
  scheme: AnnotationScheme,
): AnnotationEdit[] {
  if (work.state === state) return [];
  if (state === 'done' && scheme.classChoice === 'one' && work.classes.length === 0) {
    throw new AnamnesisError('annotation.class-missing', {
      expected: say('annotation', 'aClass'),
      found: say('annotation', 'noClass'),
      remedy: say('annotation', 'giveClass'),
    });
  }
  return [{ kind: 'state', before: work.state, after: state }];
}

function findSpan(work: AnnotationWork, id: string): GivenSpan {
  const found = work.spans.find((span) => span.id === id);
  return (
    found ??
    refuse('annotation.mark-missing', say('annotation', 'knownMark'), say('annotation', 'noMark'))
  );
}

function checkSpan(
  { type, fragments, attributes }: Omit<GivenSpan, 'given' | 'id'>,
  { text, scheme }: EditContext,
): void {
  checkFragments(text, fragments);
  if (!scheme.types.some(({ name }) => name === type)) refuseLabel(type, scheme.types);
  for (const [name, value] of Object.entries(attributes)) {
    const known = scheme.attributes.find((each) => each.name === name);
    if (known === undefined) refuseLabel(name, scheme.attributes);
    const isOfType = known.types === null || known.types.includes(type);
    if (!isOfType) refuseLabel(`${name} (${type})`, scheme.attributes);
    if (!known.values.includes(value)) {
      refuseLabel(
        value,
        known.values.map((each) => ({ name: each })),
      );
    }
  }
}

/** Names are cut: who asks may send anything. */
function refuseLabel(asked: string, known: readonly { readonly name: string }[]): never {
  throw new AnamnesisError('annotation.label-unknown', {
    expected: say(
      'annotation',
      'oneOf',
      known.map(({ name }) => name),
    ),
    found: `“${asked.slice(0, 100)}”`,
    remedy: say('annotation', 'openAgain'),
  });
}

function refuse(code: ErrorCode, expected: Told, found: Told): never {
  throw new AnamnesisError(code, { expected, found, remedy: say('annotation', 'openAgain') });
}

const plainPieces = (fragments: GivenSpan['fragments']) =>
  fragments.map(({ start, end }) => ({ start, end }));

function sorted(attributes: GivenSpan['attributes']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
}
