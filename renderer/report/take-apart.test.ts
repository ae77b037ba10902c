import { expect, it } from 'vitest';
import { takeApart } from './take-apart.ts';

it('takes styles out of the text and leaves the rest as it is', () => {
  const report = `<!doctype html><head><style media="all">p > b{color:red}</style>
<STYLE>i{}</STYLE ></head><p class="a"
style="left: 3px" id="b">write style="x" here, 1 < 2 and 3 > 2</p><svg><g style='a:b'/></svg>`;
  expect(takeApart(report)).toEqual({
    css: 'p > b{color:red}\ni{}',
    html: `<!doctype html><head>\n</head><p class="a"
data-inline-style="left: 3px" id="b">write style="x" here, 1 < 2 and 3 > 2</p><svg><g data-inline-style='a:b'/></svg>`,
  });
});
