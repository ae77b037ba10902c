import globals from 'globals';
import svelte from 'eslint-plugin-svelte';
import svelteParser from 'svelte-eslint-parser';
import tseslint from 'typescript-eslint';

import { noLiteralText } from './build/no-literal-text.js';

/**
 * What oxlint (.oxlintrc.json, which knows the types) has no rule for: components, and the few
 * patterns of our own. Without types, since those cost minutes here and seconds there.
 */
export default tseslint.config(
  {
    ignores: ['out/', 'node_modules/', 'coverage/', '**/*.cjs', '**/*.d.ts', '*.js', 'build/*.js'],
  },
  ...svelte.configs.recommended,
  {
    files: ['**/*.ts'],
    // Its rules are those of oxlint; comments that switch one off name it as this does.
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser, globals: { ...globals.es2024 } },
    // Only known: a comment that switches off a rule which nobody knows is an error.
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['../../*'],
              message: 'Use #core/… or #hosts/…: a path that climbs breaks when a file moves.',
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          // Each value goes onto the stack, which ends the program from about 120,000 on.
          selector:
            'CallExpression[callee.property.name=/^(push|unshift|splice|concat|max|min|hypot|of|fromCharCode|fromCodePoint)$/] > SpreadElement',
          message:
            'Data may make this list large: push in a loop; largestOf and smallestOf (base/extremes.ts); .from([…]) instead of .of(…).',
        },
      ],
    },
  },
  {
    // oxlint does not read them; their types are what svelte-check looks at.
    files: ['**/*.svelte'],
    extends: tseslint.configs.strict,
    rules: {
      // Leaving keys out by destructuring is the plain way to say "all but these".
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'prefer-const': 'off', // properties are bound by `let`
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parser: svelteParser,
      parserOptions: { parser: tseslint.parser },
      globals: globals.browser,
    },
  },
  {
    files: ['renderer/**/*.svelte'],
    plugins: { anamnesis: { rules: { 'no-literal-text': noLiteralText } } },
    rules: { 'anamnesis/no-literal-text': 'error' },
  },
  {
    files: ['**/*.test.ts', '**/testing/*.ts', 'test/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['test/e2e/**/*.test.ts'],
    rules: {
      // These read what stands there at this moment, drawn or not. A test must wait for it.
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'AwaitExpression > CallExpression[callee.property.name=/^(count|all|allInnerTexts|allTextContents|isVisible|isHidden|isEnabled|isDisabled|isChecked)$/]',
          message: 'Use expect.poll(() => …): a busy machine has not drawn it yet.',
        },
        {
          selector:
            'CallExpression[callee.name="expect"] > AwaitExpression > CallExpression[callee.property.name=/^(evaluate|innerText|textContent|inputValue|getAttribute|boundingBox)$/]',
          message: 'Use expect.poll(() => …): a busy machine has not drawn its last value yet.',
        },
      ],
    },
  },
);
