/** Attributes that people read or hear. */
const read = new Set([
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'label',
  'lead',
  'note',
  'hint',
]);
/** The same in every language. */
const names = /\b(?:Anamnesis|JSON|CSV|ONNX|SVG)\b/g;

const hasWords = (text) => /\p{L}{2}/u.test(text.replace(names, ''));

/** ESLint rule: what people read stands in renderer/messages, in every language, not in components. */
export const noLiteralText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { literal: 'Put this text into renderer/messages, in every language.' },
  },
  create: (context) => ({
    SvelteText(node) {
      const isCode = ['script', 'style'].includes(node.parent?.name?.name);
      if (!isCode && hasWords(node.value)) context.report({ node, messageId: 'literal' });
    },
    SvelteAttribute(node) {
      if (!read.has(node.key.name)) return;
      for (const part of node.value) {
        if (part.type === 'SvelteLiteral' && hasWords(part.value))
          context.report({ node: part, messageId: 'literal' });
      }
    },
  }),
};
