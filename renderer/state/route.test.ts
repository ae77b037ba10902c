import { expect, it } from 'vitest';
import { formatRoute, parseRoute } from './route.ts';
import type { Route } from './route.ts';

const routes: readonly Route[] = [
  { page: 'studies' },
  { page: 'new-study' },
  { page: 'change-plan', studyId: 'a b/c%' },
  { page: 'models' },
  { page: 'model', modelId: 'a b/c%' },
  { page: 'collections' },
  { page: 'import-documents' },
  { page: 'collection', collectionId: 7 },
  { page: 'document', collectionId: 7, number: 12 },
  { page: 'labelled-set', name: 'a b/c%', version: 3 },
  { page: 'frozen-document', name: 'a b/c%', version: 3, number: 12 },
  { page: 'label-errors', name: 'a b/c%', version: 3 },
  { page: 'explanations' },
  { page: 'explanations', start: { of: 'model', modelId: 'a b/c%' } },
  { page: 'explanations', start: { of: 'document', number: 7 } },
  {
    page: 'explanations',
    start: { of: 'example', studyId: 'a', task: 'b/c%', fold: 0, place: 12 },
  },
  { page: 'explanation', insightId: 12 },
  { page: 'geometry', name: 'a b/c%', version: 3 },
  { page: 'annotation' },
  { page: 'new-project' },
  { page: 'project', projectId: 3 },
  { page: 'next', projectId: 3 },
  { page: 'agreement', projectId: 3 },
  { page: 'settling', projectId: 3 },
  { page: 'corrections', projectId: 3 },
  { page: 'settle', projectId: 3, number: 12 },
  { page: 'annotate', projectId: 3, number: 12, spanId: null },
  { page: 'annotate', projectId: 3, number: 12, spanId: 'a b/c%' },
  { page: 'screening' },
  { page: 'release-model' },
  { page: 'worklist', releaseId: 3 },
  { page: 'watching', releaseId: 3 },
  { page: 'inspection', releaseId: 3 },
  { page: 'audit' },
  { page: 'engines' },
  { page: 'workspaces' },
  { page: 'study', studyId: 'a b/c%', tab: 'results' },
  { page: 'study', studyId: 'a', tab: 'results', results: { task: 'a b/c%', part: 'errors' } },
];

it.each(routes)('$page survives the address', (route) => {
  expect(parseRoute(formatRoute(route))).toEqual(route);
});

it.each(['', '#', '#/', '#/nowhere', '#/studies', '#/studies/'])(
  '"%s" shows the studies',
  (text) => {
    expect(parseRoute(text)).toEqual({ page: 'studies' });
  },
);

it('an unknown part of the results of a task shows its overview', () => {
  expect(parseRoute('#/studies/x/results/screen/constructor')).toEqual({
    page: 'study',
    studyId: 'x',
    tab: 'results',
    results: { task: 'screen', part: 'overview' },
  });
});

it('an unknown tab shows the progress, and a broken escape does not break the window', () => {
  expect(parseRoute('#/studies/x%E0/constructor')).toEqual({
    page: 'study',
    studyId: 'x%E0',
    tab: 'progress',
  });
});
