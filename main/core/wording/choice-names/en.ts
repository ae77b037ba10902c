/** What the values that a field of a plan can have are called, by how the plan writes them. */
export const choiceNames = {
  text: 'plain text',
  csv: 'a table',
  line: 'a line',
  paragraph: 'a paragraph',
  file: 'a file',
  sentence: 'a sentence',
  drop: 'left out',
  keep: 'kept',
  best: 'the best',
  last: 'the last',
  together: 'in one fold',
  apart: 'as they come',
  float32: 'full (float32)',
  mixed: 'mixed (float16 where sound)',
  balanced: 'balanced: each class counts alike',
  head: 'the beginning alone',
  'head-tail': 'beginning and end',
  'windows-maximum': 'all, in windows: the largest probability counts',
  'windows-mean': 'all, in windows: the mean counts',
  'windows-huang': 'all, in windows: between mean and maximum',
  majority: 'commonest class',
  'tf-idf': 'words counted (TF-IDF)',
  keywords: 'keywords',
  dictionary: 'mentions looked up',
};

export type ChoiceNamesWording = typeof choiceNames;
