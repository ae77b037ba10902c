export { inEnglish, type Told } from '#core/base/phrase.ts';
export { render } from '#core/wording/render.ts';
export { say } from '#core/wording/say.ts';
