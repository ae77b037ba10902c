import { createPlural } from '#contract/language.ts';
import type { EnginesMessages } from './messages.ts';

const plural = createPlural('nl');

export const engines: EnginesMessages = {
  title: 'Rekenmotoren',
  lead: 'Waarmee deze machine kan rekenen. Elke motor voert dezelfde graaf uit. De snelste wordt gebruikt, tenzij een plan met “engine” of een opdracht met --engine een andere noemt.',
  states: {
    measured: 'Gevonden',
    missing: 'Ontbreekt',
    failed: 'Mislukt',
    unmeasured: 'Niet gemeten',
  },
  measuring: 'Meten…',
  measureAgain: 'Opnieuw meten',
  onThisMachine: 'Op deze machine',
  engine: 'Motor',
  state: 'Toestand',
  stepsPerSecond: 'Stappen per seconde',
  tokensPerSecond: 'Tokens per seconde',
  detail: 'Hoe hij rekent, of wat er ontbreekt',
  chosen: 'gekozen',
  othersShare: (share) => `Andere programma’s gebruikten intussen ${share} van de processors.`,
  measuringNow: (engines) =>
    `Bezig met meten van ${engines}: enkele trainingsstappen van een klein model. Een studie die nu wordt gestart beëindigt dit en meet zelf waar dat nodig is.`,
  notMeasured: 'Nog niet gemeten. Een studie meet vóór haar eerste run.',
  measuredAt: (moment) => `Gemeten op ${moment}`,
  measuredWith: ({ layers, hiddenSize, rows, tokens }) =>
    `met trainingsstappen van een model van ${layers} lagen en verborgen grootte ${hiddenSize}, ${rows} rijen van ${tokens} tokens. Het gebeurt vanzelf opnieuw wanneer de machine of het programma een andere is, of stappen een andere tijd vragen dan toen; “anamnesis doctor --workspace” meet modellen van andere grootte.`,
  studies: (count) => plural(count, { one: '# studie', other: '# studies' }),
  models: (count) => plural(count, { one: '# model', other: '# modellen' }),
  corpora: (count) => plural(count, { one: '# corpus', other: '# corpora' }),
  workspaceHolds: (workspace, held) => `De werkruimte ${workspace} bevat ${held}.`,
  version: (version) => `Anamnesis ${version}.`,
};
