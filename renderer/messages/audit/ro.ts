import { createPlural } from '#contract/language.ts';
import type { AuditMessages } from './messages.ts';

const plural = createPlural('ro');

export const audit: AuditMessages = {
  title: 'Jurnal de audit',
  lead: 'Ce s-a făcut în acest spațiu de lucru, cele mai noi primele. Hashul fiecărei înregistrări îl cuprinde pe cel al înregistrării precedente, astfel încât o înregistrare modificată, eliminată sau inserată se vede.',
  wholeLog: 'Jurnalul întreg, cu lanțul de hashuri',
  verify: 'Verificare',
  olderEntries: 'Înregistrări mai vechi',
  filter: 'Filtrarea jurnalului',
  words: 'Cuvinte, nume, identificatori sau hashuri',
  action: 'Acțiune',
  anyAction: 'Toate',
  person: 'Persoană',
  anybody: 'Toate',
  theProgram: 'programul',
  nameless: 'cine are fraza de acces',
  recoveryKey: 'cheie de recuperare',
  from: 'De la',
  to: 'Până la',
  clearFilter: 'Ștergerea filtrului',
  noneFits: 'Nicio înregistrare nu corespunde',
  noneFitsHint: 'Toate înregistrările sunt încă acolo: ștergeți filtrul.',
  noneYet: 'Încă nicio înregistrare',
  noneYetHint:
    'Se scrie o înregistrare când un studiu este pornit, oprit sau reluat și când ceva părăsește spațiul de lucru.',
  position: 'Nr.',
  time: 'Moment',
  subject: 'Subiect',
  hash: 'Hash',
  whole: (entries) =>
    plural(entries, {
      one: 'Lanțul este intact: # înregistrare verificată.',
      few: 'Lanțul este intact: # înregistrări verificate.',
      other: 'Lanțul este intact: # de înregistrări verificate.',
    }),
  broken: (firstBroken, entries) =>
    `Lanțul este rupt la înregistrarea ${firstBroken} din ${plural(entries, { one: '# înregistrare', few: '# înregistrări', other: '# de înregistrări' })}. Păstrați o copie a spațiului de lucru așa cum este acum și anunțați persoana responsabilă de securitatea lui.`,
  head: 'Capul jurnalului',
  headOf: (entries) =>
    plural(entries, {
      one: 'Cap, din # înregistrare',
      few: 'Cap, din # înregistrări',
      other: 'Cap, din # de înregistrări',
    }),
  headUse:
    'Păstrat în altă parte împreună cu numărul său, de exemplu într-un registru, arată dacă un jurnal de mai târziu îl continuă pe acesta.',
  copy: 'Copiere',
  copied: 'Copiat',
  marked: 'Selectat: copiați cu Ctrl+C',
};
