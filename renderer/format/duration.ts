const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A duration with its two largest units, for example "2 h 05 min", "4 min 10 s", "3 s". */
export function formatDuration(durationMs: number): string {
  const whole = Math.max(0, Math.round(durationMs / secondMs) * secondMs);
  if (whole < minuteMs) return `${whole / secondMs} s`;
  if (whole < hourMs) return pair(whole, [minuteMs, 'min'], [secondMs, 's']);
  if (whole < dayMs) return pair(whole, [hourMs, 'h'], [minuteMs, 'min']);
  return pair(whole, [dayMs, 'd'], [hourMs, 'h']);
}

type Unit = readonly [ms: number, name: string];

function pair(durationMs: number, [largeMs, largeName]: Unit, [smallMs, smallName]: Unit): string {
  const large = Math.floor(durationMs / largeMs);
  const small = Math.floor((durationMs % largeMs) / smallMs);
  return `${large} ${largeName} ${String(small).padStart(2, '0')} ${smallName}`;
}
