import { createPlural } from '../plural.ts';

const plural = createPlural('en');

/** What is said of projects in which people label documents. */
export const annotation = {
  placeInText: 'a place within the text, between its characters',
  noPlace: 'none',
  outsideText: (start: number, end: number, length: number) =>
    `${start} to ${end} in a text of ${length} units`,
  emptyPlace: (start: number, end: number) => `nothing between ${start} and ${end}`,
  piecesOverlap: (start: number, end: number) =>
    `a piece from ${start} to ${end} that begins in the one before`,
  halfCharacter: (start: number, end: number) => `half a character at ${start} or ${end}`,
  openAgain: 'Open the document again: what was saved is there.',
  newMark: 'the id of a new mark',
  knownMark: 'one that the document has',
  noMark: 'a mark that is not there',
  openSuggestion: 'a suggestion for this document that waits for an answer',
  noneOrSettled: 'none, or one that was answered',
  aClass: 'a class for the document',
  noClass: 'none',
  giveClass: 'Give the document a class, or skip it.',
  oneOf: (names: readonly string[]) =>
    names.length === 0 ? 'none of this kind' : `one of ${names.join(', ')}`,
  soundScheme: 'a scheme that can be worked with',
  correctScheme: 'Correct the scheme.',
  nothingLabelled: 'neither classes nor types of marks',
  classesUnused: 'classes, although documents are to have none',
  tooFewClasses: (count: number) =>
    plural(count, { one: 'no class', other: 'fewer than # classes' }),
  noName: (name: string) =>
    `“${name}”, which is empty, longer than 100 characters or has spaces around it or line breaks in it`,
  nameTwice: (name: string) => `“${name}” twice`,
  noKey: (name: string) => `a key of “${name}” that is not one small letter or digit`,
  keyTwice: (key: string, first: string, second: string) =>
    `the key ${key} for “${first}” and for “${second}”`,
  attributeWithoutValues: (name: string) => `“${name}” without values to choose from`,
  attributeOfUnknown: (name: string, type: string) => `“${name}” of “${type}”, which is no type`,
  newName: 'a name that no project has',
  otherName: 'Give another name.',
  documentsToLabel: 'documents to label',
  none: 'none',
  widenChoice: 'Widen the choice of documents.',
  annotatorsOnce: 'persons who label, each once',
  personTwice: 'one of them twice',
  nameAnnotators: 'Name at least one person, and none twice.',
  changedLabels: 'labels that were changed',
  changeFirst: 'Look through the list, and change what is wrong.',
  otherLabelExpected: (given: string, expected: string, percent: number) =>
    `given “${given}”, at ${percent} %; “${expected}” is expected`,
  otherEndsExpected: (type: string, percent: number) =>
    `other ends of “${type}” are expected; those given are at ${percent} %`,
  labelMissing: (type: string, percent: number) =>
    `“${type}” is expected, and nothing is marked, at ${percent} %`,
  labelSpurious: (type: string, percent: number) =>
    `given “${type}”, at ${percent} %; nothing is expected`,
  rankedLabel: 'a label of the ranking',
  unrankedLabel: 'another',
  rankAgain: 'Ask for the ranking again.',
  classesByWords: 'labels of classes, which words counted can do',
  spansByWords: 'labels of spans',
  chooseModel: 'Choose a model of the library.',
  nothingLookedUp: 'no words being looked up for you',
  noModelAtWork: 'no model at work in a project',
  annotatorsSignIn: 'persons who can sign in',
  cannotSignIn: 'one who is locked or removed, or the recovery key',
  unlockOrOther: 'Unlock them, or name another person.',
  unusedLabel: 'only labels that nobody has given to be taken away',
  usedLabel: (name: string, count: number) =>
    plural(count, {
      one: `“${name}”, which is given in # place`,
      other: `“${name}”, which is given in # places`,
    }),
  changeLabelsFirst:
    'Find the documents that have it in the queue and change them first, or keep it.',
  sameChoice: 'as many classes of a document as before, while classes are given',
  otherChoice: (count: number) =>
    plural(count, {
      one: 'another number, with a class given in # place',
      other: 'another number, with classes given in # places',
    }),
  keepChoice: 'Keep it, or label in a new project.',
  newestState: 'the newest state to be changed',
  olderState: 'an older one',
  ownDocument: 'a document that you label in this project',
  anothers: 'one that you do not',
  openQueue: 'Open a document of your queue.',
  stillToDo: 'a document that one of two persons has still to do',
  doneByBoth: 'one that both have done: their labels stay as they are',
  askSettler: 'Tell whoever settles the differences what you would change.',
  earlierAction: 'an action of yours',
  labelOfToday: 'labels that the scheme has today',
  putBack: 'Put the label back into the scheme first.',
  doneByTwo: 'a document that two persons have done',
  notByTwo: 'one that they have not, or that one person labels',
  waitForBoth: 'Wait until both have done it.',
  openConflict: 'a difference between the two, and a decision that it allows',
  noSuchConflict: 'another',
  doneDocuments: 'documents that all who label them have done',
  labelOrSettle: 'Label documents to the end, or settle their differences.',
  correctTerms: 'Correct the types of the terms.',
};

export type AnnotationWording = typeof annotation;
