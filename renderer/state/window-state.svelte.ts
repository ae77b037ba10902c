import { createContext } from 'svelte';
import type { EnginesView } from '#contract/engines.ts';
import type { ApiEvent } from '#contract/events.ts';
import type { StudySummary } from '#contract/study.ts';
import type { WorkspaceView } from '#contract/workspace.ts';
import type { WorkspacesView } from '#contract/workspaces.ts';
import type { Client, Connection } from '../client/client.ts';
import { DocumentsState } from '../documents/documents-state.svelte.ts';
import { InsightsState } from '../explain/insights-state.svelte.ts';
import { LibraryState } from '../library/library-state.svelte.ts';
import { PlanDrafts } from '../new-study/plan-drafts.svelte.ts';
import { AnnotationWorks } from '../ordering/annotation-works.svelte.ts';
import { ScreeningState } from '../screening/screening-state.svelte.ts';
import { LanguageState } from './language.svelte.ts';
import { mayCall } from './may-call.ts';
import { pageCalls } from './page-calls.ts';
import { Resource } from './resource.svelte.ts';
import { formatRoute, parseRoute } from './route.ts';
import type { Route } from './route.ts';
import { StudyState } from './study-state.svelte.ts';
import { ThemeState } from './theme.svelte.ts';

export type Message = Extract<ApiEvent, { type: 'log' }>;

const keptMessages = 200;
const documentPages = new Set<Route['page']>([
  'collections',
  'import-documents',
  'collection',
  'document',
  'frozen-document',
  'labelled-set',
]);

/** All that the window knows. Made once, passed down by context. */
export class WindowState {
  readonly client: Client;
  readonly theme = new ThemeState();
  readonly language = new LanguageState();
  /** Which one is open, and which were. */
  readonly workspaces: Resource<WorkspacesView>;
  readonly workspace: Resource<WorkspaceView>;
  readonly engines: Resource<EnginesView>;
  readonly studies: Resource<readonly StudySummary[]>;
  readonly models: LibraryState;
  readonly documents: DocumentsState;
  readonly insights: InsightsState;
  readonly screening: ScreeningState;
  readonly works: AnnotationWorks;
  readonly drafts: PlanDrafts;
  route = $state.raw<Route>(parseRoute(location.hash));
  opened = $state.raw<StudyState | null>(null);
  connection = $state<Connection>('connecting');
  /** When what is shown was last known to be true, while the program is silent or lost. */
  unreachableSinceMs = $state<number | null>(null);
  messages = $state.raw<readonly Message[]>([]);
  nowMs = $state(Date.now());

  constructor(client: Client) {
    this.client = client;
    this.workspaces = new Resource(() => client.call('workspaces.describe', {}));
    this.workspace = new Resource(() => client.call('workspace.describe', {}));
    this.engines = new Resource(() => client.call('engines.describe', {}));
    this.studies = new Resource(() => client.call('studies.list', {}));
    this.models = new LibraryState(client);
    this.documents = new DocumentsState(client);
    this.insights = new InsightsState(client);
    this.screening = new ScreeningState(client);
    this.works = new AnnotationWorks(client);
    this.drafts = new PlanDrafts(client);
    this.#openRoute();
    addEventListener('hashchange', () => {
      this.#openRoute();
    });
    setInterval(() => (this.nowMs = Date.now()), 1_000);
    client.follow({
      onEvent: (event) => {
        this.#take(event);
      },
      onMissed: () => {
        void this.#loadAll();
      },
      onConnection: (connection) => {
        this.connection = connection;
        const isUnreachable = connection === 'lost' || connection === 'silent';
        this.unreachableSinceMs = isUnreachable ? (this.unreachableSinceMs ?? Date.now()) : null;
      },
    });
    void this.#loadAll();
  }

  go(route: Route): void {
    location.hash = formatRoute(route);
  }

  #openRoute(): void {
    this.route = parseRoute(location.hash);
    if (this.route.page !== 'study' && this.route.page !== 'change-plan') {
      this.opened = null;
    } else if (this.opened?.studyId !== this.route.studyId) {
      this.opened = new StudyState(this.client, this.route.studyId);
      void this.opened.load();
    }
    if (this.route.page === 'model') this.models.show(this.route.modelId);
    else if (this.route.page === 'models') this.models.show(null);
    else this.models.hide();
    if (documentPages.has(this.route.page)) this.documents.show();
    else this.documents.hide();
    if (this.route.page === 'explanations' || this.route.page === 'explanation') {
      this.insights.show();
    } else this.insights.hide();
    if (this.route.page === 'screening') this.screening.show();
    else this.screening.hide();
  }

  /** Who has signed in; null while nobody has. */
  readonly person = $derived.by(() => this.workspaces.value?.person ?? null);
  readonly isOwner = $derived(this.person?.role === 'owner');

  /** Whether who has signed in may make a call: else its control is not shown. */
  may(procedure: Parameters<typeof mayCall>[1]): boolean {
    return mayCall(this.person?.role ?? null, procedure);
  }

  /** Whether a page is for who has signed in: else there is no link to it. */
  mayShow(page: Route['page']): boolean {
    return this.may(pageCalls[page]);
  }

  /**
   * The folder of the workspace that is shown, with the person to whom; null for none, undefined
   * before it is known.
   */
  #shown: string | null | undefined;

  async #loadAll(): Promise<void> {
    await this.workspaces.load();
    const { value } = this.workspaces;
    const shown = value === null ? this.#shown : describeShown(value);
    if (this.#shown !== undefined && shown !== this.#shown) {
      // Nothing of one workspace or person may stay in a window of another: it begins anew.
      history.replaceState(null, '', '#/');
      location.reload();
      return;
    }
    this.#shown = shown;
    if (shown === null || value?.person === null) return;
    void this.workspace.load();
    void this.engines.load();
    void this.studies.load();
    void this.models.load();
    void this.documents.load();
    void this.insights.load();
    void this.screening.load();
    void this.opened?.load();
  }

  #take(event: ApiEvent): void {
    this.opened?.take(event);
    this.models.take(event);
    this.documents.take(event);
    this.insights.take(event);
    this.screening.take(event);
    this.works.take(event);
    if (event.type === 'study-changed' || event.type === 'study-removed') {
      void this.studies.load();
      void this.workspace.load();
    }
    if (event.type === 'study-removed') {
      void this.models.load();
      if (this.opened?.studyId === event.studyId) this.go({ page: 'studies' });
    }
    // A study that runs may have measured the engines.
    if (event.type === 'engines-changed' || event.type === 'study-changed') {
      void this.engines.load();
    }
    if (event.type === 'log') this.messages = [...this.messages, event].slice(-keptMessages);
  }
}

function describeShown({ open, person }: WorkspacesView): string | null {
  return open === null ? null : JSON.stringify([open.folder, person?.id ?? null]);
}

export const [getWindowState, setWindowState] = createContext<WindowState>();
