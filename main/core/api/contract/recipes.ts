/** Without the schemas of the contract: the window may not load what builds code from text. */
export { type Recipe, recipes } from '#core/domain/recipe.ts';
