import { createPlural } from '#contract/language.ts';
import type { EnginesMessages } from './messages.ts';

const plural = createPlural('en');

export const engines: EnginesMessages = {
  title: 'Engines',
  lead: 'What this machine can compute with. Every engine runs the same graph. The fastest one is used, unless a plan names another with “engine”, or a command with --engine.',
  states: { measured: 'Found', missing: 'Missing', failed: 'Failed', unmeasured: 'Not measured' },
  measuring: 'Measuring…',
  measureAgain: 'Measure again',
  onThisMachine: 'On this machine',
  engine: 'Engine',
  state: 'State',
  stepsPerSecond: 'Steps per second',
  tokensPerSecond: 'Tokens per second',
  detail: 'How it computes, or what is missing',
  chosen: 'chosen',
  othersShare: (share) => `Other programs had ${share} of the processors meanwhile.`,
  measuringNow: (engines) =>
    `Measuring ${engines}: a few training steps of a small model. A study that is started now ends this, and measures by itself where it must.`,
  notMeasured: 'Not measured yet. A study measures before its first run.',
  measuredAt: (moment) => `Measured ${moment}`,
  measuredWith: ({ layers, hiddenSize, rows, tokens }) =>
    `with training steps of a model of ${layers} layers and hidden size ${hiddenSize}, ${rows} rows of ${tokens} tokens. It is done again by itself when the machine or the program is another one, or steps take another time than they did; “anamnesis doctor --workspace” measures models of other sizes.`,
  studies: (count) => plural(count, { one: '# study', other: '# studies' }),
  models: (count) => plural(count, { one: '# model', other: '# models' }),
  corpora: (count) => plural(count, { one: '# corpus', other: '# corpora' }),
  workspaceHolds: (workspace, held) => `The workspace ${workspace} holds ${held}.`,
  version: (version) => `Anamnesis ${version}.`,
};
