import type { PerplexityWording } from './en.ts';

export const perplexity: PerplexityWording = {
  title: 'Perplexitatea textului pus deoparte',
  caption: 'Ce face fiecare model cu un text din care nu s-a învățat nimic',
  model: 'Model',
  corpus: 'Corpus',
  words: 'Cuvinte ascunse',
  unknown: 'Cuvinte necunoscute',
  ofToken: 'Pe token',
  ofWord: 'Pe cuvânt',
  before: 'înaintea propriei preantrenări',
  note: 'e la puterea mediei −ln P a cuvintelor ascunse, cu cât mai mică, cu atât mai bine; aceleași cuvinte din aceleași linii pentru fiecare model. Pe token compară doar modele cu același vocabular. Despre cuvintele pe care un vocabular nu le cunoaște nu se întreabă: unul care cunoaște puține pare mai bun decât este.',
};
