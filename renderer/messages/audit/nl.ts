import { createPlural } from '#contract/language.ts';
import type { AuditMessages } from './messages.ts';

const plural = createPlural('nl');

export const audit: AuditMessages = {
  title: 'Auditlogboek',
  lead: 'Wat in deze werkruimte is gedaan, het nieuwste eerst. De hash van elke regel omvat die van de vorige, zodat een gewijzigde, verwijderde of ingevoegde regel opvalt.',
  wholeLog: 'Het hele logboek, met de keten van hashes',
  verify: 'Controleren',
  olderEntries: 'Oudere regels',
  filter: 'Het logboek filteren',
  words: 'Woorden, namen, id’s of hashes',
  action: 'Handeling',
  anyAction: 'Alle',
  person: 'Persoon',
  anybody: 'Iedereen',
  theProgram: 'het programma',
  nameless: 'wie de wachtzin heeft',
  recoveryKey: 'herstelsleutel',
  from: 'Van',
  to: 'Tot en met',
  clearFilter: 'Filter wissen',
  noneFits: 'Geen enkele regel past',
  noneFitsHint: 'Alle regels zijn er nog: wis het filter.',
  noneYet: 'Nog geen regels',
  noneYetHint:
    'Er wordt een regel geschreven wanneer een studie wordt gestart, gestopt of hervat, en wanneer iets de werkruimte verlaat.',
  position: 'Nr.',
  time: 'Tijdstip',
  subject: 'Onderwerp',
  hash: 'Hash',
  whole: (entries) =>
    plural(entries, {
      one: 'De keten is heel: # regel gecontroleerd.',
      other: 'De keten is heel: # regels gecontroleerd.',
    }),
  broken: (firstBroken, entries) =>
    `De keten is verbroken bij regel ${firstBroken} van ${plural(entries, { one: '# regel', other: '# regels' })}. Bewaar een kopie van de werkruimte zoals die nu is en waarschuw wie voor de beveiliging verantwoordelijk is.`,
  head: 'Kop van het logboek',
  headOf: (entries) => plural(entries, { one: 'Kop, van # regel', other: 'Kop, van # regels' }),
  headUse:
    'Elders bewaard met haar nummer, bijvoorbeeld in een papieren logboek, laat zij zien of een later logboek het vervolg van dit logboek is.',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  marked: 'Gemarkeerd: kopieer met Ctrl+C',
};
