/**
 * Runs in the page: lists what is cut without a sign that it is, or reaches beyond what holds it.
 * An ellipsis needs a title with the whole, itself or around it; what scrolls may be longer.
 */
export const listOverflow = `(() => {
  const found = [];
  const nameOf = (element) =>
    element.tagName.toLowerCase() + ' ' + (element.textContent ?? '').trim().slice(0, 60);
  const main = document.querySelector('#main');
  if (main.scrollWidth > main.clientWidth) found.push('the page is wider than it is');
  if (document.documentElement.scrollWidth > innerWidth) found.push('the window is wider than it is');
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element);
    const isShown = element.getClientRects().length > 0 && style.visibility === 'visible';
    const isForReaders = element.closest('.sr-only') !== null;
    if (!isShown || isForReaders) continue;
    const isInput = ['INPUT', 'TEXTAREA', 'SELECT', 'OPTION'].includes(element.tagName);
    const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    if (isCut && !isInput && ['hidden', 'clip'].includes(style.overflowX)) {
      const hasSign = style.textOverflow === 'ellipsis' && element.closest('[title]') !== null;
      if (!hasSign) found.push('cut without a sign: ' + nameOf(element));
    }
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== '',
    );
    if (!hasText || isInput) continue;
    const range = document.createRange();
    range.selectNodeContents(element);
    const { left, right } = range.getBoundingClientRect();
    for (let around = element; around !== null; around = around.parentElement) {
      if (getComputedStyle(around).overflowX !== 'visible') break;
      const box = around.getBoundingClientRect();
      const isInline = getComputedStyle(around).display.startsWith('inline');
      if (isInline || box.width === 0) continue;
      if (right > box.right + 1.5 || left < box.left - 1.5) {
        found.push('beyond its box: ' + nameOf(element));
        break;
      }
    }
  }
  return [...new Set(found)];
})()`;
