import { describe, expect, it } from 'vitest';

import { describeParts } from '#domain/export/count-parts.ts';
import { richTextOf } from '#domain/export/rich-text.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { ALL_EXAMPLES } from '#test/support/examples.ts';
import { hostileTexts } from '#test/support/hostile-texts.ts';
import { someCoe } from '#test/support/some-coe.ts';

const OPTIONS = { zone: 'UTC', dates: PLAIN_DATE_STYLE };
const [example = someCoe()] = ALL_EXAMPLES;

describe('rich text', () => {
  it('has headings, tables with a head, lists and links, and no look of its own', () => {
    const html = richTextOf(example, OPTIONS);
    const tags = new Set([...html.matchAll(/<([a-z0-9]+)/gu)].map(([, tag]) => tag));
    expect([...tags]).toEqual(
      expect.arrayContaining(['h1', 'h2', 'h3', 'table', 'thead', 'th', 'tbody', 'ul', 'li', 'p']),
    );
    expect(
      [...tags].filter((tag) =>
        ['div', 'span', 'dl', 'dt', 'dd', 'section', 'article', 'font', 'style'].includes(tag ?? ''),
      ),
    ).toEqual([]);
    expect(html).not.toMatch(/<[^>]*\s(?:class|style|id|width)=/u);
    const opened = [...html.matchAll(/<([a-z0-9]+)/gu)]
      .map(([, tag]) => tag)
      .filter((tag) => tag !== 'br' && tag !== 'hr');
    expect([...html.matchAll(/<\/[a-z0-9]+>/gu)]).toHaveLength(opened.length);
  });

  it('holds nothing that runs, and links only to the web and mail', () => {
    const html = richTextOf(
      coeFullOf(
        hostileTexts('https://example.com/beacon').map(({ text }) => text),
        1,
      ),
      OPTIONS,
    );
    for (const [tag] of html.matchAll(/<[a-z][^>]*>/gu)) {
      expect(tag).toMatch(
        /^<(?:h[1-6]|p|ul|ol|li|b|strong|em|del|code|pre|br|hr|blockquote|table|thead|tbody|tr|th|td|a)\b/u,
      );
      expect(tag).not.toMatch(/\son[a-z]+=/iu);
    }
    for (const [, address] of html.matchAll(/<a href="([^"]*)"/gu)) expect(address).toMatch(/^(?:https?:|mailto:)/iu);
  });
});

describe('what goes along', () => {
  it('is counted by part', () => {
    expect(describeParts(example)).toEqual([
      '10 sections',
      '10 timeline rows',
      '10 whys',
      '3 actions',
      '2 feelings',
      '3 answers about your state',
    ]);
    expect(describeParts(someCoe())).toEqual([]);
  });
});
