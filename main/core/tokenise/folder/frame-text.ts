import type { DefinitionPart } from '../definition.ts';
import type { SpecialTokenNames } from '../special-tokens.ts';

type Json = Readonly<Record<string, unknown>>;
type IdOf = ReadonlyMap<string, number>;
type FrameNames = Pick<SpecialTokenNames, 'classification' | 'separator'>;

/** Puts the beginning before a text and the end behind it, as models here are trained. */
export function frameOf({ classification, separator }: FrameNames, idOf: IdOf): DefinitionPart {
  const special = (token: string, type_id: number) => ({ SpecialToken: { id: token, type_id } });
  const sequence = (id: 'A' | 'B', type_id: number) => ({ Sequence: { id, type_id } });
  const single = [special(classification, 0), sequence('A', 0), special(separator, 0)];
  return {
    type: 'TemplateProcessing',
    single,
    pair: [...single, sequence('B', 1), special(separator, 1)],
    special_tokens: Object.fromEntries(
      [classification, separator].map((token) => [
        token,
        { id: token, ids: [idOf.get(token) ?? 0], tokens: [token] },
      ]),
    ),
  };
}

/** Whether a post-processor does the same to a single text. */
export function frames(part: DefinitionPart | null, names: FrameNames, idOf: IdOf): boolean {
  if (part === null) return false;
  const isToken = (pair: unknown, token: string) =>
    Array.isArray(pair) && pair[0] === token && pair[1] === idOf.get(token);
  switch (part.type) {
    case 'BertProcessing':
    case 'RobertaProcessing':
      return isToken(part.cls, names.classification) && isToken(part.sep, names.separator);
    case 'TemplateProcessing':
      return framesByTemplate(part, names, idOf);
    case 'Sequence': {
      const inner = (part.processors ?? []) as DefinitionPart[];
      const others = inner.filter(({ type }) => type !== 'ByteLevel');
      return others.length === 1 && frames(others[0], names, idOf);
    }
    default:
      return false;
  }
}

function framesByTemplate(part: DefinitionPart, names: FrameNames, idOf: IdOf): boolean {
  const wanted = frameOf(names, idOf);
  const steps = (value: unknown) =>
    Array.isArray(value) ? (value as Json[]).map(describeStep).join('\n') : '';
  const idsOf = (tokens: unknown, token: string) =>
    ((tokens ?? {}) as Readonly<Record<string, Json | undefined>>)[token]?.ids;
  return (
    steps(part.single) === steps(wanted.single) &&
    [names.classification, names.separator].every((token) => {
      const ids = idsOf(part.special_tokens, token);
      return Array.isArray(ids) && ids.length === 1 && ids[0] === idOf.get(token);
    })
  );
}

/** Without the type of the tokens, which a single text has from elsewhere. */
function describeStep(step: Json): string {
  const [kind, settings] = Object.entries(step)[0] ?? ['', {}];
  return JSON.stringify([kind, (settings as Json).id]);
}
