import { assert } from '#core/base/assert.ts';
import { byLabel, byPlace, compareText } from '#core/domain/annotation-order.ts';
import type { AnnotationEdit, AnnotationWork } from '#core/domain/annotation-work.ts';

/**
 * A work after edits, in their order. Spans and classes stand in one order whatever the order of
 * edits, so that works which say the same are the same bytes. Edits that were not made for this
 * work are a fault of the program.
 */
export function applyEdits(work: AnnotationWork, edits: readonly AnnotationEdit[]): AnnotationWork {
  const spans = new Map(work.spans.map((span) => [span.id, span]));
  const classes = new Map(work.classes.map((each) => [each.label, each]));
  const verdicts = new Map(Object.entries(work.verdicts));
  let { state, isFlagged, isUnsure, remark } = work;
  for (const edit of edits) {
    switch (edit.kind) {
      case 'class-add':
        add(classes, edit.class.label, edit.class);
        break;
      case 'class-remove':
        take(classes, edit.class.label);
        break;
      case 'span-add':
        add(spans, edit.span.id, edit.span);
        break;
      case 'span-remove':
        take(spans, edit.span.id);
        break;
      case 'span-change':
        take(spans, edit.before.id);
        add(spans, edit.after.id, edit.after);
        break;
      case 'state':
        state = follow(state, edit);
        break;
      case 'flag':
        isFlagged = follow(isFlagged, edit);
        break;
      case 'unsure':
        isUnsure = follow(isUnsure, edit);
        break;
      case 'remark':
        remark = follow(remark, edit);
        break;
      case 'verdict': {
        const after = follow(verdicts.get(edit.about) ?? null, edit);
        if (after === null) verdicts.delete(edit.about);
        else verdicts.set(edit.about, after);
      }
    }
  }
  return {
    classes: [...classes.values()].sort(byLabel),
    spans: [...spans.values()].sort(byPlace),
    state,
    isFlagged,
    isUnsure,
    remark,
    verdicts: Object.fromEntries([...verdicts].sort(([a], [b]) => compareText(a, b))),
  };
}

function follow<Value>(now: Value, { before, after }: { before: Value; after: Value }): Value {
  assert(now === before, 'an edit begins where the one before ended');
  return after;
}

function add<Value>(values: Map<string, Value>, key: string, value: Value): void {
  assert(!values.has(key), 'what is added was not there');
  values.set(key, value);
}

function take(values: Map<string, unknown>, key: string): void {
  assert(values.delete(key), 'what is removed was there');
}
