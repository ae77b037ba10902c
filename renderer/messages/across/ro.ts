import { isolate } from '#window/format/isolate.ts';
import type { AcrossMessages } from './messages.ts';

export const across: AcrossMessages = {
  title: 'Aceeași sarcină în alte studii',
  sameFiles: 'Aceleași fișiere, citite în același fel.',
  sameSet: (set, version) => `Setul etichetat ${isolate(set)}, versiunea ${version}.`,
  compared: 'Compară',
  none: 'Niciun alt studiu din acest spațiu de lucru nu are această sarcină',
  noneWhy:
    'Studiile stau alături aici unde o sarcină a fost citită din aceeași versiune a unui set etichetat sau din aceleași fișiere, cu aceleași etichete.',
  thisStudy: 'Acest studiu',
  study: 'Studiu',
  openStudy: 'Deschide studiul',
  pictureTitle: (metric) => `${metric} în toate aceste studii`,
  pictureMeaning:
    'Punctele sunt folduri, linia verticală este media lor, bara gri intervalul ei de 95 %.',
  pictureLabel: (metric, rows) => `${metric} pentru ${rows} modele, fold cu fold`,
  unpaired: {
    'other-fold-count': (own, other) =>
      `Nu se compară fold cu fold: acest studiu are ${own} folduri, celălalt ${other}.`,
    'other-folds': () =>
      'Nu se compară fold cu fold: ambele au tot atâtea folduri, dar cu alte exemple, din altă sămânță sau alte grupuri.',
    'folds-not-kept': () =>
      'Nu se compară fold cu fold: o versiune mai veche a programului nu a păstrat exemplele foldurilor, așa că nimeni nu poate spune dacă sunt aceleași.',
    'no-shared-fold': () =>
      'Nu se compară fold cu fold: niciun fold nu s-a încheiat în ambele studii.',
  },
  byNoteInstead: 'Fiecare notă a fost testată o dată în ambele: se compară notă cu notă.',
  onlyMeans: 'Mediile și intervalele lor pot fi privite; ele nu deosebesc modelele.',
  comparedWith: (model, study) => `${model} comparat cu modelele din ${study}`,
  comparedAgainst: (model) => `${model} față de`,
  byFoldMeans:
    'Foldurile sunt aceleași în ambele studii, așa că diferențele sunt ale perechilor, cu testele din privirea de ansamblu; candidatul este modelul acestui studiu. Corecția lui Holm cuprinde toate comparațiile pe folduri din această pagină.',
  notes: 'Note',
  onlyThis: 'Doar acesta corect',
  onlyOther: 'Doar acela corect',
  accuracyDifference: 'Diferența de acuratețe, interval de 95 %',
  mcNemar: 'p, McNemar',
  byNoteMeans:
    'Exact, bilateral, cu notele unui pacient împreună; necorectat pentru mai multe comparații. Este al acestor modele antrenate: alte folduri ar fi dat altele.',
  unlikeTitle: 'Necomparabil, deși pare la fel',
  taskOfStudy: (task, study) => `${task} în ${study}`,
  otherVersion: (other, own) =>
    `Altă versiune a setului etichetat: ${other}, aici ${own}. Alte note dau alte cifre.`,
  unlike: {
    'other-kind': 'Una are clase de note, cealaltă entități.',
    'not-read': 'Unul dintre studii nu și-a citit încă datele.',
    'other-set-version': 'Altă versiune a setului etichetat.',
    'read-otherwise':
      'Același set sau aceleași fișiere, citite altfel: alte etichete, tipuri, coloane, fișiere schimbate sau alte seturi blocate.',
    'other-data': 'Același nume, dar alte date.',
    'no-finished-fold': 'Aceleași date, dar acolo nu s-a încheiat niciun fold.',
  },
};
