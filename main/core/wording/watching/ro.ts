import { createNumbers } from '../numbers.ts';
import type { WatchingWording } from './en.ts';

const { percentage, score } = createNumbers('ro');

export const watching: WatchingWording = {
  scoresChanged: (before, now, distance) =>
    `Scorurile sunt repartizate altfel decât înainte: mediana este ${score(now)} în loc de ${score(before)}, iar distribuțiile se depărtează cu până la ${percentage(distance)}.`,
  textChanged: (distance) =>
    `Notele sunt alcătuite din alte cuvinte decât înainte (MMD² ${score(distance)}).`,
  newWordsChanged: (before, now) =>
    `Cuvinte pe care modelul nu le-a întâlnit niciodată: ${percentage(now)} dintre cele ale unei note în loc de ${percentage(before)}, sau repartizate altfel.`,
  prevalenceChanged: (before, now) =>
    `Proporția pacienților care sunt ceea ce se caută este estimată la ${percentage(now)} în loc de ${percentage(before)}.`,
  alertsChanged: (before, now) =>
    `Alerte: la ${percentage(now)} dintre pacienți în loc de ${percentage(before)}.`,
  notJudgedChanged: (before, now) =>
    `Pacienți cu o notă care nu a fost judecată: ${percentage(now)} în loc de ${percentage(before)}.`,
  agreementChanged: (before, now) =>
    `Alerte pe care oamenii le consideră corecte: ${percentage(now)} în loc de ${percentage(before)}.`,
  sensitivityBelow: (claimed, now) =>
    `Sensibilitatea este estimată la ${percentage(now)}; versiunea publicată susține ${percentage(claimed)}.`,
  lookAtScores:
    'Căutați ce este nou printre note: o secție, un șablon, alt grup de pacienți. Citiți un eșantion aleatoriu al celor fără alertă („screen sample”). Pragul rămâne cum este până la o nouă versiune.',
  lookAtText:
    'Întrebați ce s-a schimbat în note: un șablon, o secție, un export. Dacă rămâne așa, lăsați modelul să învețe din astfel de note și publicați-l din nou.',
  lookAtPrevalence:
    'Întrebați dacă vin alți pacienți. Odată cu aceasta se schimbă câte dintre alerte sunt corecte; sensibilitatea nu neapărat: citiți un eșantion aleatoriu („screen sample”).',
  lookAtAlerts:
    'Vedeți dacă lista mai poate fi parcursă și citiți un eșantion aleatoriu al celor fără alertă („screen sample”). Pragul rămâne cum este până la o nouă versiune.',
  lookAtNotJudged:
    'Priviți notele care nu au fost judecate și motivele lor: un export poate fi deteriorat sau în altă limbă. Între timp trebuie să le citească oameni.',
  lookAtAgreement:
    'Citiți motivele dezacordurilor împreună cu cei care au decis. Dacă modelul greșește mai des, testați-l din nou pe note blocate.',
  stopRelying:
    'Nu vă bazați doar pe listă: îi scapă mai mult decât se susține. Testați modelul din nou pe note blocate sau încheiați versiunea publicată.',
  monthToSample: 'o lună trecută cu pacienți care au scor și nicio alertă',
  noAlerts: 'o versiune fără prag: fiecare pacient este pe lista ei',
  monthNotPassed: (month) => `${month}, care nu a trecut`,
  nobodySilent: (month) => `${month} fără astfel de pacienți sau un eșantion mai mic de doi`,
  chooseMonth: 'Alegeți altă lună cu --month, de exemplu 2026-09, și o mărime de cel puțin doi.',
};
