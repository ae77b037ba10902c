import type { FrameMessages } from './messages.ts';

export const frame: FrameMessages = {
  pages: {
    studies: 'Studii',
    collections: 'Documente',
    'import-documents': 'Import de documente',
    'labelled-set': 'Set etichetat',
    annotation: 'Adnotare',
    'new-project': 'Proiect nou',
    'new-study': 'Studiu nou',
    models: 'Modele',
    engines: 'Motoare de calcul',
    audit: 'Jurnal de audit',
    workspaces: 'Spații de lucru',
  },
  study: 'Studiu',
  workspaceHint: (workspace) =>
    `${workspace}: deschideți alt spațiu de lucru, creați unul sau blocați-l pe acesta`,
  workspaceSwitch: (workspace) => `Spațiul de lucru ${workspace}: schimbare sau blocare`,
  studyTabs: {
    progress: 'Progres',
    results: 'Rezultate',
    corpora: 'Corpusuri',
    models: 'Modele',
    report: 'Raport',
    plan: 'Plan',
  },
  studyTitle: (tab, study) => `${tab}: ${study}`,
  changePlanTitle: (study) => `Modificarea planului studiului ${study}`,
  chooseWorkspace: 'Alegerea unui spațiu de lucru',
  unnamedStudy: 'un studiu',
  skipToContent: 'Salt la conținut',
  mainNavigation: 'Principal',
  recentStudies: 'Studii recente',
  newStudy: 'Studiu nou',
  language: 'Limba',
  colours: { system: 'ca sistemul', light: 'deschise', dark: 'închise' },
  changeColours: (now) => `Culori: ${now}. Schimbare`,
  connection: {
    connecting: 'Se conectează…',
    open: 'Numai acest calculator',
    silent: 'Niciun răspuns',
    lost: 'Fără legătură',
    'signed-out': 'Deconectat',
  },
  onlyThisMachine:
    'Fereastra comunică numai cu programul de pe acest calculator. Nimic nu este trimis în altă parte.',
};
