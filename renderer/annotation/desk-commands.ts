import type { AskedEdit, SchemeLabel } from '#contract/annotation-nouns.ts';
import type { AnnotationDesk } from './annotation-desk.svelte.ts';
import {
  acceptMark,
  giveType,
  mergeSpans,
  removeMark,
  resizeMark,
  splitSpan,
} from './decide-edits.ts';
import { neighbourMark } from './focus-marks.ts';
import type { Command } from './keys.ts';
import {
  extendByCharacter,
  extendByWord,
  moveByWord,
  selectWordAt,
  type Direction,
  type TextSelection,
} from './select-words.ts';
import type { TextView } from './shown-mark.ts';

/** What commands need of the page around the desk. */
export interface Surroundings {
  readonly view: () => TextView | undefined;
  /** To a document of the queue. */
  readonly go: (number: number) => void;
  /** To the document before or after one of the queue. */
  readonly leave: (direction: 'next' | 'previous', from: number | null) => Promise<void>;
  readonly newId: () => string;
  readonly show: Readonly<
    Record<'remark' | 'attributes' | 'guidelines' | 'keys' | 'alike', () => void>
  >;
}

/** What each command does on a desk. */
export function createCommands(
  desk: AnnotationDesk,
  { view, go, leave, newId, show }: Surroundings,
): Readonly<Record<Command, () => void>> {
  const at = (): TextSelection | null => desk.selection ?? selectWordAt(desk.words, 0);
  const move = (to: (from: TextSelection) => TextSelection | null | undefined) => () => {
    const from = at();
    if (from !== null) desk.select(to(from) ?? null);
  };
  const byWord = (by: Direction) => move((from) => moveByWord(desk.words, from, by));
  const byLine = (by: Direction) => move((from) => view()?.moveLine(from, by));
  const toLineEdge = (by: Direction) =>
    move((from) => selectWordAt(desk.words, view()?.lineEdge(from, by) ?? from.start));
  const byCharacter = (by: Direction) =>
    move((from) => extendByCharacter(desk.document?.text ?? '', from, by));
  const resize = (side: 'start' | 'end', by: Direction) => () => {
    void desk.decide(resizeMark(desk.situation(), side, by, newId));
  };
  const extend = (by: Direction) => () => {
    if (desk.focused !== null) resize('end', by)();
    else move((from) => extendByWord(desk.words, from, by))();
  };
  const walk = (by: Direction) => () => {
    desk.walkTo(neighbourMark(desk.marks, desk.focused, desk.selection, by));
  };
  const shown = () => desk.document?.number ?? null;
  const finish = (state: 'done' | 'skipped') => async () => {
    const from = shown();
    if (await desk.ask([{ kind: 'state', state }])) await leave('next', from);
  };
  const undo = (which: 'undo' | 'redo') => async () => {
    const changed = await desk.turn(which);
    if (changed !== null) go(changed);
  };
  const turn = (kind: 'flag' | 'unsure', isOn: () => boolean | undefined) => () => {
    void desk.ask([{ kind, value: isOn() !== true }]);
  };
  return {
    'next-word': byWord(1),
    'previous-word': byWord(-1),
    'next-line': byLine(1),
    'previous-line': byLine(-1),
    'line-start': toLineEdge(-1),
    'line-end': toLineEdge(1),
    'text-start': move(() => selectWordAt(desk.words, 0)),
    'text-end': move(() => selectWordAt(desk.words, Infinity)),
    'extend-right': extend(1),
    'extend-left': extend(-1),
    'extend-character-right': byCharacter(1),
    'extend-character-left': byCharacter(-1),
    'next-span': walk(1),
    'previous-span': walk(-1),
    'start-right': resize('start', 1),
    'start-left': resize('start', -1),
    accept: () => void desk.decide(acceptMark(desk.situation(), newId)),
    remove: () => void desk.decide(removeMark(desk.situation())),
    split: () => void desk.decide(splitSpan(desk.situation(), newId)),
    merge: () => void desk.decide(mergeSpans(desk.situation())),
    alike: show.alike,
    attributes: show.attributes,
    undo: () => void undo('undo')(),
    redo: () => void undo('redo')(),
    done: () => void finish('done')(),
    'next-document': () => void leave('next', shown()),
    'previous-document': () => void leave('previous', shown()),
    note: show.remark,
    flag: turn('flag', () => desk.document?.isFlagged),
    unsure: turn('unsure', () => desk.document?.isUnsure),
    skip: () => void finish('skipped')(),
    guidelines: show.guidelines,
    keys: show.keys,
    escape: () => {
      desk.select(null);
      view()?.focus();
    },
  };
}

/**
 * Gives a class to the document or a type to what is chosen. Where one class is all that is asked for,
 * giving it is being done.
 */
export async function giveLabel(
  desk: AnnotationDesk,
  label: SchemeLabel,
  { leave, newId }: Pick<Surroundings, 'leave' | 'newId'>,
): Promise<void> {
  const [document, scheme] = [desk.document, desk.project?.scheme];
  if (document === null || scheme === undefined) return;
  if (!scheme.classes.includes(label)) {
    await desk.decide(giveType(desk.situation(), label.name, newId));
    return;
  }
  const isGiven = document.classes.some((each) => each.label === label.name);
  const isCleared = isGiven && scheme.classChoice === 'several';
  const edit: AskedEdit = { kind: isCleared ? 'class-clear' : 'class-set', label: label.name };
  const isAll = scheme.classChoice === 'one' && scheme.types.length === 0;
  const edits: AskedEdit[] = isAll ? [edit, { kind: 'state', state: 'done' }] : [edit];
  if ((await desk.ask(edits)) && isAll) await leave('next', document.number);
}
