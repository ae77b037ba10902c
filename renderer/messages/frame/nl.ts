import type { FrameMessages } from './messages.ts';

export const frame: FrameMessages = {
  pages: {
    studies: 'Studies',
    collections: 'Documenten',
    'import-documents': 'Documenten importeren',
    'labelled-set': 'Gelabelde set',
    annotation: 'Annotatie',
    'new-project': 'Nieuw project',
    'new-study': 'Nieuwe studie',
    models: 'Modellen',
    engines: 'Rekenmotoren',
    audit: 'Auditlogboek',
    workspaces: 'Werkruimten',
  },
  study: 'Studie',
  workspaceHint: (workspace) =>
    `${workspace}: een andere werkruimte openen, er een maken, of deze vergrendelen`,
  workspaceSwitch: (workspace) => `Werkruimte ${workspace}: wisselen of vergrendelen`,
  studyTabs: {
    progress: 'Voortgang',
    results: 'Resultaten',
    corpora: 'Corpora',
    models: 'Modellen',
    report: 'Rapport',
    plan: 'Plan',
  },
  studyTitle: (tab, study) => `${tab} van ${study}`,
  changePlanTitle: (study) => `Het plan van ${study} wijzigen`,
  chooseWorkspace: 'Een werkruimte kiezen',
  unnamedStudy: 'een studie',
  skipToContent: 'Naar de inhoud',
  mainNavigation: 'Hoofdmenu',
  recentStudies: 'Recente studies',
  newStudy: 'Nieuwe studie',
  language: 'Taal',
  colours: { system: 'zoals het systeem', light: 'licht', dark: 'donker' },
  changeColours: (now) => `Kleuren: ${now}. Wijzigen`,
  connection: {
    connecting: 'Verbinden…',
    open: 'Alleen deze machine',
    silent: 'Geen antwoord',
    lost: 'Niet bereikt',
    'signed-out': 'Afgemeld',
  },
  onlyThisMachine:
    'Het venster spreekt alleen met het programma op deze machine. Er wordt nergens anders iets heen gestuurd.',
};
