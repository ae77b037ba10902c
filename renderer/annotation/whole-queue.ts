import type { QueueFilterView } from '#contract/annotation.ts';

export const wholeQueue: QueueFilterView = {
  state: null,
  isFlagged: null,
  isUnsure: null,
  hasRemark: null,
  label: null,
  search: null,
};
