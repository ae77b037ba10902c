/** The tabs of a study, in the order in which they are shown. */
export const studyTabs = ['progress', 'results', 'corpora', 'models', 'report', 'plan'] as const;

export type StudyTab = (typeof studyTabs)[number];

/** What is shown of the results of one task, in the order of its links. */
export const resultParts = [
  'overview',
  'curves',
  'threshold',
  'errors',
  'learning',
  'across',
] as const;

export type ResultPart = (typeof resultParts)[number];

/** A part of the results of one task, by the name that the window shows. */
export interface TaskPlace {
  readonly task: string;
  readonly part: ResultPart;
}

/** What is to be explained, for which the page was opened. */
export type ExplanationStart =
  | { readonly of: 'model'; readonly modelId: string }
  | { readonly of: 'document'; readonly number: number }
  /** A tested example, by the fold and its place there, both from 0. */
  | {
      readonly of: 'example';
      readonly studyId: string;
      readonly task: string;
      readonly fold: number;
      readonly place: number;
    };

/** Pages of a project, in the order of its links. */
export const projectParts = ['project', 'next', 'agreement', 'settling', 'corrections'] as const;

export type ProjectPart = (typeof projectParts)[number];

export type Route =
  | { readonly page: 'studies' }
  | { readonly page: 'new-study' }
  | {
      readonly page: 'study';
      readonly studyId: string;
      readonly tab: StudyTab;
      /** Of the tab of results; left out for all tasks. */
      readonly results?: TaskPlace;
    }
  | { readonly page: 'change-plan'; readonly studyId: string }
  | { readonly page: 'models' }
  | { readonly page: 'model'; readonly modelId: string }
  | { readonly page: 'collections' }
  | { readonly page: 'import-documents' }
  | { readonly page: 'collection'; readonly collectionId: number }
  | {
      readonly page: 'labelled-set' | 'label-errors' | 'geometry';
      readonly name: string;
      readonly version: number;
    }
  | { readonly page: 'document'; readonly collectionId: number; readonly number: number }
  /** As it was frozen in a version of a set. */
  | {
      readonly page: 'frozen-document';
      readonly name: string;
      readonly version: number;
      readonly number: number;
    }
  | { readonly page: 'annotation' }
  | { readonly page: 'new-project' }
  | { readonly page: ProjectPart; readonly projectId: number }
  /** The differences of two persons on one document. */
  | { readonly page: 'settle'; readonly projectId: number; readonly number: number }
  | {
      readonly page: 'annotate';
      readonly projectId: number;
      readonly number: number;
      /** A label that is walked to. */
      readonly spanId: string | null;
    }
  | { readonly page: 'explanations'; readonly start?: ExplanationStart }
  | { readonly page: 'explanation'; readonly insightId: number }
  | { readonly page: 'screening' }
  | { readonly page: 'release-model' }
  /** The patients of a release. */
  | { readonly page: 'worklist'; readonly releaseId: number }
  /** Month by month what is seen of a release at work. */
  | { readonly page: 'watching'; readonly releaseId: number }
  /** All that is kept of a release, proven. */
  | { readonly page: 'inspection'; readonly releaseId: number }
  | { readonly page: 'audit' }
  | { readonly page: 'workspaces' }
  | { readonly page: 'people' }
  | { readonly page: 'account' }
  | { readonly page: 'engines' };

/** Pages of which there is one, under their own name. */
const plainPages = ['audit', 'engines', 'workspaces', 'people', 'account'] as const;

/** The part of the address behind "#" → what to show; anything unknown shows the studies. */
export function parseRoute(fragment: string): Route {
  const [first, id, tab, ...rest] = fragment.replace(/^#?\/?/, '').split('/');
  if (first === 'new') return { page: 'new-study' };
  const plain = plainPages.find((page) => page === first);
  if (plain !== undefined) return { page: plain };
  if (first === 'models') {
    return id ? { page: 'model', modelId: decode(id) } : { page: 'models' };
  }
  if (first === 'sets') return parseSet(id, tab, rest);
  if (first === 'documents') return parseDocuments(id, tab);
  if (first === 'explain') return parseExplanation(id, [tab, ...rest]);
  if (first === 'screening') {
    if (id === 'release') return { page: 'release-model' };
    if (!/^[1-9]\d{0,15}$/.test(id ?? '')) return { page: 'screening' };
    const releaseId = Number(id);
    if (tab === 'record') return { page: 'inspection', releaseId };
    return { page: tab === 'watching' ? tab : 'worklist', releaseId };
  }
  if (first === 'annotation') return parseAnnotation(id, tab, rest[0]);
  if (first !== 'studies' || !id) return { page: 'studies' };
  if (tab === 'change') return { page: 'change-plan', studyId: decode(id) };
  const study = { page: 'study', studyId: decode(id) } as const;
  if (tab === 'results') return { ...study, tab, ...parseTaskPlace(rest) };
  return { ...study, tab: isStudyTab(tab) ? tab : 'progress' };
}

function parseTaskPlace([task, part]: readonly string[]): { readonly results?: TaskPlace } {
  if (!task) return {};
  const known = resultParts.find((each) => each === part);
  return { results: { task: decode(task), part: known ?? 'overview' } };
}

function parseSet(
  name: string | undefined,
  version: string | undefined,
  [part, number]: readonly string[],
): Route {
  if (!name || !/^[1-9]\d{0,8}$/.test(version ?? '')) return { page: 'collections' };
  if (part === 'documents' && /^[1-9]\d{0,15}$/.test(number)) {
    return {
      page: 'frozen-document',
      name: decode(name),
      version: Number(version),
      number: Number(number),
    };
  }
  const parts = { errors: 'label-errors', mentions: 'geometry' } as const;
  const page = part === 'errors' || part === 'mentions' ? parts[part] : 'labelled-set';
  return { page, name: decode(name), version: Number(version) };
}

function parseExplanation(id: string | undefined, rest: readonly (string | undefined)[]): Route {
  if (/^[1-9]\d{0,15}$/.test(id ?? '')) return { page: 'explanation', insightId: Number(id) };
  const [first, task, fold, place] = rest;
  const isWhole = (part: string | undefined) => /^\d{1,15}$/.test(part ?? '');
  const page = 'explanations';
  if (id === 'model' && first) return { page, start: { of: 'model', modelId: decode(first) } };
  if (id === 'document' && isWhole(first)) {
    return { page, start: { of: 'document', number: Number(first) } };
  }
  if (id !== 'example' || !first || !task || !isWhole(fold) || !isWhole(place)) {
    return { page };
  }
  const example = { studyId: decode(first), task: decode(task) };
  const at = { fold: Number(fold), place: Number(place) };
  return { page, start: { of: 'example', ...example, ...at } };
}

function parseDocuments(id: string | undefined, number: string | undefined): Route {
  if (id === 'import') return { page: 'import-documents' };
  if (!/^\d+$/.test(id ?? '')) return { page: 'collections' };
  const collectionId = Number(id);
  return /^\d+$/.test(number ?? '')
    ? { page: 'document', collectionId, number: Number(number) }
    : { page: 'collection', collectionId };
}

function parseAnnotation(
  id: string | undefined,
  number: string | undefined,
  spanId: string | undefined,
): Route {
  if (id === 'new') return { page: 'new-project' };
  if (!/^[1-9]\d{0,15}$/.test(id ?? '')) return { page: 'annotation' };
  const projectId = Number(id);
  const part = projectParts.find((each) => each === number) ?? 'project';
  if (part === 'settling' && /^[1-9]\d{0,15}$/.test(spanId ?? '')) {
    return { page: 'settle', projectId, number: Number(spanId) };
  }
  return /^[1-9]\d{0,15}$/.test(number ?? '')
    ? {
        page: 'annotate',
        projectId,
        number: Number(number),
        spanId: spanId ? decode(spanId) : null,
      }
    : { page: part, projectId };
}

export function formatRoute(route: Route): string {
  switch (route.page) {
    case 'studies':
      return '#/';
    case 'new-study':
      return '#/new';
    case 'study':
      return `#/studies/${encodeURIComponent(route.studyId)}/${route.tab}${formatTaskPlace(route.results)}`;
    case 'change-plan':
      return `#/studies/${encodeURIComponent(route.studyId)}/change`;
    case 'model':
      return `#/models/${encodeURIComponent(route.modelId)}`;
    case 'collections':
      return '#/documents';
    case 'import-documents':
      return '#/documents/import';
    case 'collection':
      return `#/documents/${route.collectionId}`;
    case 'labelled-set':
      return `#/sets/${encodeURIComponent(route.name)}/${route.version}`;
    case 'geometry':
      return `#/sets/${encodeURIComponent(route.name)}/${route.version}/mentions`;
    case 'label-errors':
      return `#/sets/${encodeURIComponent(route.name)}/${route.version}/errors`;
    case 'frozen-document':
      return `#/sets/${encodeURIComponent(route.name)}/${route.version}/documents/${route.number}`;
    case 'document':
      return `#/documents/${route.collectionId}/${route.number}`;
    case 'new-project':
      return '#/annotation/new';
    case 'project':
      return `#/annotation/${route.projectId}`;
    case 'next':
    case 'agreement':
    case 'settling':
    case 'corrections':
      return `#/annotation/${route.projectId}/${route.page}`;
    case 'settle':
      return `#/annotation/${route.projectId}/settling/${route.number}`;
    case 'annotate': {
      const span = route.spanId === null ? '' : `/${encodeURIComponent(route.spanId)}`;
      return `#/annotation/${route.projectId}/${route.number}${span}`;
    }
    case 'release-model':
      return '#/screening/release';
    case 'worklist':
      return `#/screening/${route.releaseId}`;
    case 'watching':
      return `#/screening/${route.releaseId}/watching`;
    case 'inspection':
      return `#/screening/${route.releaseId}/record`;
    case 'explanation':
      return `#/explain/${route.insightId}`;
    case 'explanations':
      return `#/explain${formatStart(route.start)}`;
    case 'models':
    case 'screening':
    case 'annotation':
    case 'audit':
    case 'workspaces':
    case 'people':
    case 'account':
    case 'engines':
      return `#/${route.page}`;
  }
}

function formatStart(start: ExplanationStart | undefined): string {
  switch (start?.of) {
    case undefined:
      return '';
    case 'model':
      return `/model/${encodeURIComponent(start.modelId)}`;
    case 'document':
      return `/document/${start.number}`;
    case 'example': {
      const of = `${encodeURIComponent(start.studyId)}/${encodeURIComponent(start.task)}`;
      return `/example/${of}/${start.fold}/${start.place}`;
    }
  }
}

function formatTaskPlace(place: TaskPlace | undefined): string {
  return place === undefined ? '' : `/${encodeURIComponent(place.task)}/${place.part}`;
}

function isStudyTab(tab: string | undefined): tab is StudyTab {
  return studyTabs.some((each) => each === tab);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
