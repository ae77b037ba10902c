/**
 * Runs in the page, therefore a text: what people read or hear there and no message says, wholly or in
 * part. Names, code and what the program writes itself stand in elements that say so.
 */
export const listUnwrapped = String.raw`(() => {
  const data = 'bdi, code, pre, [lang]:not(html), .font-mono, textarea, script, style';
  const read = ['aria-label', 'title', 'placeholder', 'alt'];
  const isShown = (element) => element?.checkVisibility() && element.closest(data) === null;
  const texts = [];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    if (isShown(nodes.currentNode.parentElement)) texts.push(nodes.currentNode.textContent);
  }
  for (const element of document.querySelectorAll(read.map((name) => '[' + name + ']').join())) {
    if (isShown(element)) texts.push(...read.map((name) => element.getAttribute(name) ?? ''));
  }
  const unwrap = (text) => {
    const rest = text.replace(/«[^«»]*»/g, '');
    return rest === text ? rest : unwrap(rest);
  };
  const left = texts.map((text) => unwrap(text).trim()).filter((text) => /\p{L}{2}/u.test(text));
  return [...new Set(left)];
})()`;
