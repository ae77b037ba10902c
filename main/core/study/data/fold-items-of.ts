import type { FoldItem } from '#core/evaluation/folds/fold-item.ts';
import {
  labelSetFoldItems,
  noteFoldItems,
  sentenceFoldItems,
} from '#core/evaluation/folds/fold-items.ts';
import type { PreparedTask } from './prepared-task.ts';

/** The examples of a task as they are put into folds. */
export function foldItemsOf(task: PreparedTask): FoldItem[] {
  switch (task.kind) {
    case 'classification':
      return noteFoldItems(task.notes);
    case 'multi-label':
      return labelSetFoldItems(task.notes);
    case 'entities':
      return sentenceFoldItems(task.sentences);
  }
}
