import { createNumbers } from '../numbers.ts';
import type { WatchingWording } from './en.ts';

const { percentage, score } = createNumbers('nl');

export const watching: WatchingWording = {
  scoresChanged: (before, now, distance) =>
    `De scores liggen anders dan eerst: de mediaan is ${score(now)} in plaats van ${score(before)}, en de verdelingen liggen tot ${percentage(distance)} uit elkaar.`,
  textChanged: (distance) =>
    `De notities bestaan uit andere woorden dan eerst (MMD² ${score(distance)}).`,
  newWordsChanged: (before, now) =>
    `Woorden die het model nooit is tegengekomen: ${percentage(now)} van die van een notitie in plaats van ${percentage(before)}, of anders verdeeld.`,
  prevalenceChanged: (before, now) =>
    `Het aandeel patiënten dat is wat wordt gezocht, wordt geschat op ${percentage(now)} in plaats van ${percentage(before)}.`,
  alertsChanged: (before, now) =>
    `Signalen: bij ${percentage(now)} van de patiënten in plaats van ${percentage(before)}.`,
  notJudgedChanged: (before, now) =>
    `Patiënten met een notitie die niet is beoordeeld: ${percentage(now)} in plaats van ${percentage(before)}.`,
  agreementChanged: (before, now) =>
    `Signalen die volgens mensen terecht zijn: ${percentage(now)} in plaats van ${percentage(before)}.`,
  sensitivityBelow: (claimed, now) =>
    `De sensitiviteit wordt geschat op ${percentage(now)}; de vrijgave beweert ${percentage(claimed)}.`,
  lookAtScores:
    'Zoek wat er nieuw is onder de notities: een afdeling, een sjabloon, een andere groep patiënten. Lees een steekproef van wie geen signaal kreeg (“screen sample”). De drempel blijft zoals hij is, tot een nieuwe vrijgave.',
  lookAtText:
    'Vraag wat er aan de notities is veranderd: een sjabloon, een afdeling, een export. Blijft het zo, laat het model dan van zulke notities leren en geef het opnieuw vrij.',
  lookAtPrevalence:
    'Vraag of er andere patiënten komen. Welk deel van de signalen klopt, verandert daarmee; de sensitiviteit hoeft dat niet: lees een steekproef (“screen sample”).',
  lookAtAlerts:
    'Kijk of de lijst nog te verwerken is, en lees een steekproef van wie geen signaal kreeg (“screen sample”). De drempel blijft zoals hij is, tot een nieuwe vrijgave.',
  lookAtNotJudged:
    'Bekijk de notities die niet zijn beoordeeld en de redenen daarvan: een export kan beschadigd zijn of in een andere taal. Intussen moeten mensen ze lezen.',
  lookAtAgreement:
    'Lees de redenen van de afwijzingen samen met wie besliste. Heeft het model het vaker mis, test het dan opnieuw op vergrendelde notities.',
  stopRelying:
    'Vertrouw niet op de lijst alleen: zij mist meer dan wordt beweerd. Test het model opnieuw op vergrendelde notities, of beëindig de vrijgave.',
  monthToSample: 'een verstreken maand met patiënten die een score hebben en geen signaal',
  noAlerts: 'een vrijgave zonder drempel: elke patiënt staat op haar lijst',
  monthNotPassed: (month) => `${month}, die nog niet is verstreken`,
  nobodySilent: (month) => `${month} zonder zulke patiënten, of een steekproef van minder dan twee`,
  chooseMonth: 'Kies een andere maand met --month, zoals 2026-09, en een omvang van twee of meer.',
};
