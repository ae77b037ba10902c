import { formatInstant } from '../format-instant.ts';
import { createNumbers } from '../numbers.ts';
import type { ScreeningWording } from './en.ts';

const { count, percentage } = createNumbers('ro');

export const screening: ScreeningWording = {
  noOtherScreening: 'nicio altă triere cu această versiune în același timp',
  screeningRuns: (id) => `trierea ${id}, care este în curs`,
  waitForScreening: 'Așteptați să se încheie sau opriți-o.',
  reasonOfDisagreement: 'un motiv pentru un dezacord și pentru nicio altă decizie',
  reasonMissingOrTooMany: 'un dezacord fără motiv sau un motiv pentru altă decizie',
  giveReason: 'Alegeți un motiv din listă; ce lipsește poate fi spus în observație.',
  clockAfter: (atMs) => `un ceas la sau după ${formatInstant(atMs, 'ro')}`,
  clockAt: (atMs) => `${formatInstant(atMs, 'ro')} după acest calculator`,
  setClock:
    'Potriviți ceasul acestui calculator: ce se păstrează despre o triere este ordonat după timp.',
  classifierOfStudy: 'un model pe care un studiu l-a ajustat să spună clasa unei note',
  modelOfNoStudy: 'unul pe care niciun studiu din acest spațiu de lucru nu l-a ajustat',
  otherModel: 'unul ajustat pentru altceva sau deloc',
  releaseOneOfTask:
    'Alegeți un model al unei sarcini de tip "classification": puneți "finalModel": true într-o sarcină a planului și rulați-l.',
  modelThatLooks: 'un model care caută o clasă',
  looksForNothing: 'unul care nu caută niciuna dintre clasele sale',
  namePositiveClass: 'Puneți "positiveClass" în sarcina planului și rulați studiul din nou.',
  wholeDecision: 'un nume, o utilizare prevăzută, o populație și un sfârșit care urmează',
  endInPast: 'un sfârșit care a trecut',
  emptyText: 'unul dintre texte gol',
  completeDecision: 'Completați-le pe toate: ele se citesc lângă fiecare listă.',
  nothingLearned:
    'Nu s-a învățat nimic din scorurile sale pe note din care nu învățase: nu are prag.',
  noThreshold: (positives, needed, sensitivity) =>
    `Nu se poate susține niciun prag: o sensibilitate de ${percentage(sensitivity)} cere ${count(needed)} cazuri pozitive, iar aici au fost ${count(positives)}.`,
  noLastTest: 'Nu a fost testat pe un set blocat.',
  claimContradicted: 'Ultimul său test pe un set blocat contrazice sensibilitatea susținută.',
  releaseThatHolds: 'cea mai nouă versiune cu acest nume, înainte de sfârșitul ei',
  replacedBy: (id) => `una pe care versiunea ${id} a înlocuit-o`,
  expiredAt: (atMs) => `una care s-a încheiat la ${formatInstant(atMs, 'ro')}`,
  releaseAnew: 'Triați cu cea mai nouă versiune sau publicați modelul din nou.',
  modelOfRelease: (name) => `modelul ${name} cu ponderile care au fost publicate`,
  modelRemoved: 'niciunul: a fost eliminat',
  releaseOther: 'Publicați un model pe care spațiul de lucru îl are.',
  screenedPatient: 'un pacient sau o notă pe care versiunea publicată a triat-o',
  noneScreened: 'niciunul',
  lookAtList: 'Priviți lista din nou: notele pot fi ale altei versiuni publicate.',
  aRelease: 'o versiune publicată',
  oneOf: (names) => `una dintre ${names.join(', ')}`,
  releaseFirst: 'Numiți una din listă ("screen list") sau publicați un model ("release").',
  claimOpen:
    'Ultimul său test pe un set blocat nici nu confirmă, nici nu contrazice o sensibilitate susținută.',
  textUnknown:
    'Notele din care a învățat nu mai există: textul care nu le seamănă nu este observat.',
  patientsToPrint: (most) => `cel mult ${count(most)} pacienți într-un PDF`,
  patientsFound: (patients) => `pacienți: ${count(patients)}`,
  chooseFewer: 'Alegeți mai puține liste sau alt format.',
  nothingUnderWay: 'niciun alt screening în curs în această fereastră',
};
