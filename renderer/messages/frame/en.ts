import type { FrameMessages } from './messages.ts';

export const frame: FrameMessages = {
  pages: {
    studies: 'Studies',
    'new-study': 'New study',
    models: 'Models',
    engines: 'Engines',
    audit: 'Audit log',
    workspaces: 'Workspaces',
  },
  study: 'Study',
  workspaceHint: (workspace) => `${workspace}: open another workspace, make one, or lock it`,
  workspaceSwitch: (workspace) => `Workspace ${workspace}: switch or lock`,
  studyTabs: {
    progress: 'Progress',
    results: 'Results',
    corpora: 'Corpora',
    models: 'Models',
    report: 'Report',
    plan: 'Plan',
  },
  studyTitle: (tab, study) => `${tab} of ${study}`,
  changePlanTitle: (study) => `Change the plan of ${study}`,
  chooseWorkspace: 'Choose a workspace',
  unnamedStudy: 'a study',
  skipToContent: 'Skip to the content',
  mainNavigation: 'Main',
  recentStudies: 'Recent studies',
  newStudy: 'New study',
  language: 'Language',
  colours: { system: 'as the system', light: 'light', dark: 'dark' },
  changeColours: (now) => `Colours: ${now}. Change`,
  connection: {
    connecting: 'Connecting…',
    open: 'This machine only',
    silent: 'No answer',
    lost: 'Not reached',
    'signed-out': 'Signed out',
  },
  onlyThisMachine:
    'The window speaks only to the program on this machine. Nothing is sent elsewhere.',
};
