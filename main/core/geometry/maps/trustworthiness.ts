import type { Paced } from '#core/base/paced.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import type { Vectors } from '../vectors/vectors.ts';
import { squaredDistance } from './nearest-neighbours.ts';

/** Judged of so many points at most, drawn by chance. */
const mostPoints = 2000;

/**
 * How far neighbours in a map are neighbours of the vectors, from 0 to 1 (Venna and Kaski, ICANN
 * 2001): points that have come among the `each` nearest without being so count by how far they are
 * from it. Of many points, those of a sample. Tells which share is done.
 */
export function* trustworthiness(
  vectors: Vectors,
  places: Float64Array,
  each: number,
): Paced<number, number> {
  const { count } = vectors;
  const order = Int32Array.from({ length: count }, (_, point) => point);
  const judged =
    count <= mostPoints
      ? order
      : new RandomStream(1, 'trustworthiness').shuffle(order).subarray(0, mostPoints);
  const squares = new Float64Array(count);
  let penalty = 0;
  for (const [done, point] of judged.entries()) {
    for (let other = 0; other < count; other++) {
      squares[other] = other === point ? Infinity : squaredDistance(vectors, point, other);
    }
    for (const near of nearestInMap(places, point, each)) {
      let closer = 0;
      for (let other = 0; other < count; other++) {
        if (squares[other] < squares[near] || (squares[other] === squares[near] && other < near)) {
          closer++;
        }
      }
      penalty += Math.max(0, closer + 1 - each);
    }
    if (done % 32 === 0) yield done / judged.length;
  }
  return 1 - (2 * penalty) / (judged.length * each * (2 * count - 3 * each - 1));
}

function nearestInMap(places: Float64Array, point: number, each: number): number[] {
  const nearest: { other: number; square: number }[] = [];
  for (let other = 0; 2 * other < places.length; other++) {
    if (other === point) continue;
    const alongX = places[2 * other] - places[2 * point];
    const alongY = places[2 * other + 1] - places[2 * point + 1];
    const square = alongX * alongX + alongY * alongY;
    if (nearest.length === each && square >= nearest[each - 1].square) continue;
    if (nearest.length === each) nearest.pop();
    let place = nearest.length;
    while (place > 0 && nearest[place - 1].square > square) place--;
    nearest.splice(place, 0, { other, square });
  }
  return nearest.map(({ other }) => other);
}
