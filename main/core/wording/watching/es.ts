import { createNumbers } from '../numbers.ts';
import type { WatchingWording } from './en.ts';

const { percentage, score } = createNumbers('es');

export const watching: WatchingWording = {
  scoresChanged: (before, now, distance) =>
    `Las puntuaciones se reparten de otro modo que antes: la mediana es ${score(now)} en vez de ${score(before)}, y las distribuciones se separan hasta un ${percentage(distance)}.`,
  textChanged: (distance) =>
    `Las notas se componen de otras palabras que antes (MMD² ${score(distance)}).`,
  newWordsChanged: (before, now) =>
    `Palabras que el modelo nunca encontró: ${percentage(now)} de las de una nota en vez de ${percentage(before)}, o repartidas de otro modo.`,
  prevalenceChanged: (before, now) =>
    `La proporción de pacientes que son lo que se busca se estima en ${percentage(now)} en vez de ${percentage(before)}.`,
  alertsChanged: (before, now) =>
    `Alertas: ${percentage(now)} de los pacientes en vez de ${percentage(before)}.`,
  notJudgedChanged: (before, now) =>
    `Pacientes con una nota que no se juzgó: ${percentage(now)} en vez de ${percentage(before)}.`,
  agreementChanged: (before, now) =>
    `Alertas que las personas dan por acertadas: ${percentage(now)} en vez de ${percentage(before)}.`,
  sensitivityBelow: (claimed, now) =>
    `La sensibilidad se estima en ${percentage(now)}; la versión publicada afirma ${percentage(claimed)}.`,
  lookAtScores:
    'Busque qué hay de nuevo entre las notas: un servicio, una plantilla, otro grupo de pacientes. Lea una muestra al azar de quienes no tienen alerta (“screen sample”). El umbral se queda como está hasta una nueva versión publicada.',
  lookAtText:
    'Pregunte qué cambió en las notas: una plantilla, un servicio, una exportación. Si se mantiene, haga que el modelo aprenda de tales notas y publíquelo de nuevo.',
  lookAtPrevalence:
    'Pregunte si llegan otros pacientes. Con ello cambia qué parte de las alertas acierta; la sensibilidad no tiene por qué: lea una muestra al azar (“screen sample”).',
  lookAtAlerts:
    'Mire si la lista aún puede trabajarse y lea una muestra al azar de quienes no tienen alerta (“screen sample”). El umbral se queda como está hasta una nueva versión publicada.',
  lookAtNotJudged:
    'Mire las notas que no se juzgaron y sus motivos: una exportación puede estar dañada o en otro idioma. Mientras tanto deben leerlas personas.',
  lookAtAgreement:
    'Lea los motivos de los desacuerdos junto con quienes decidieron. Si el modelo se equivoca más a menudo, pruébelo de nuevo con notas bloqueadas.',
  stopRelying:
    'No confíe solo en la lista: se le escapa más de lo que se afirma. Pruebe el modelo de nuevo con notas bloqueadas, o ponga fin a la versión publicada.',
  monthToSample: 'un mes ya pasado con pacientes que tienen puntuación y ninguna alerta',
  noAlerts: 'una versión publicada sin umbral: cada paciente está en su lista',
  monthNotPassed: (month) => `${month}, que no ha pasado`,
  nobodySilent: (month) => `${month} sin tales pacientes, o una muestra de menos de dos`,
  chooseMonth: 'Elija otro mes con --month, como 2026-09, y un tamaño de dos o más.',
};
