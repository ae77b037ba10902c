import type { ProblemList } from '../problem-list.ts';

const mostNamed = 12;

/** Tells how many annotations of which layers are no mentions, and therefore left out. */
export function tellOtherLayers(counts: ReadonlyMap<string, number>, problems: ProblemList): void {
  if (counts.size === 0) return;
  const names = Array.from(counts, ([name, count]) => {
    const shown = /^\w{1,60}$/.test(name) ? name : 'one without a name';
    return `${shown} (${count})`;
  });
  const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
  const detail = `Annotations of layers that are no mentions: ${names.slice(0, mostNamed).join(', ')}${more}.`;
  problems.tell(1, 'cas-layer-other', 'left-out', detail);
}
