/** A third longer, as translations are, in words of nine characters. */
const lengthen = (text: string) =>
  '~'.repeat(Math.ceil(0.3 * text.length)).replace(/~{9}(?=~)/g, '$& ');

/** Every message between « and »: what stands outside was written elsewhere than among the messages. */
export function wrapMessages<Messages>(messages: Messages): Messages {
  return wrap(messages) as Messages;
}

function wrap(value: unknown): unknown {
  if (typeof value === 'string') return `«${value}${lengthen(value)}»`;
  if (typeof value === 'function') {
    return (...told: unknown[]) => wrap((value as (...told: unknown[]) => unknown)(...told));
  }
  if (Array.isArray(value)) return value.map(wrap);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, wrap(each)]));
  }
  return value;
}
