import { createPlural } from '#contract/language.ts';
import type { EnginesMessages } from './messages.ts';

const plural = createPlural('ro');

export const engines: EnginesMessages = {
  title: 'Motoare de calcul',
  lead: 'Cu ce poate calcula acest calculator. Toate motoarele execută același graf. Este folosit cel mai rapid, dacă un plan nu numește altul prin „engine” sau o comandă prin --engine.',
  states: {
    measured: 'Găsit',
    missing: 'Lipsește',
    failed: 'Eșuat',
    unmeasured: 'Nemăsurat',
  },
  measuring: 'Se măsoară…',
  measureAgain: 'Măsoară din nou',
  onThisMachine: 'Pe acest calculator',
  engine: 'Motor',
  state: 'Stare',
  stepsPerSecond: 'Pași pe secundă',
  tokensPerSecond: 'Tokeni pe secundă',
  detail: 'Cum calculează sau ce lipsește',
  chosen: 'ales',
  othersShare: (share) => `Între timp, alte programe au folosit ${share} din procesoare.`,
  measuringNow: (engines) =>
    `Se măsoară ${engines}: câțiva pași de antrenare a unui model mic. Un studiu pornit acum încheie măsurarea și măsoară singur ce îi trebuie.`,
  notMeasured: 'Încă nemăsurat. Un studiu măsoară înaintea primei sale rulări.',
  measuredAt: (moment) => `Măsurat: ${moment}`,
  measuredWith: ({ layers, hiddenSize, rows, tokens }) =>
    `cu pași de antrenare ai unui model cu ${layers} straturi și dimensiune ascunsă ${hiddenSize}, ${rows} rânduri de ${tokens} tokeni. Se repetă de la sine când calculatorul sau programul este altul ori pașii durează altfel decât atunci; „anamnesis doctor --workspace” măsoară modele de alte dimensiuni.`,
  studies: (count) => plural(count, { one: '# studiu', few: '# studii', other: '# de studii' }),
  models: (count) => plural(count, { one: '# model', few: '# modele', other: '# de modele' }),
  corpora: (count) =>
    plural(count, { one: '# corpus', few: '# corpusuri', other: '# de corpusuri' }),
  workspaceHolds: (workspace, held) => `Spațiul de lucru ${workspace} conține ${held}.`,
  version: (version) => `Anamnesis ${version}.`,
};
