import type { SpanVerdict } from './judge-spans.ts';

/** How an entity is marked on the text: line, colour and ground together, so that none is needed alone. */
export const verdictLooks: Readonly<Record<SpanVerdict, string>> = {
  right: 'decoration-good decoration-solid',
  'wrong-boundary': 'decoration-caution decoration-double bg-caution-soft',
  'wrong-type': 'decoration-caution decoration-dotted bg-caution-soft',
  missed: 'decoration-bad decoration-dashed bg-bad-soft',
  spurious: 'decoration-bad decoration-wavy bg-bad-soft',
};

export const verdictOrder = [
  'right',
  'missed',
  'spurious',
  'wrong-boundary',
  'wrong-type',
] as const satisfies readonly SpanVerdict[];
