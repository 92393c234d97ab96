import { describe, expect, test } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { documentOf } from '#domain/export/document/document-of.ts';
import { htmlPage } from '#domain/export/html/html-page.ts';
import { searchableText } from '#domain/search/searchable-text.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { minuteMoment } from '#domain/time/moment.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { hostileTexts } from '#test/support/hostile-texts.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

const options = { zone: 'Europe/Berlin', dates: PLAIN_DATE_STYLE };
const textOf = (html: string): string =>
  html
    .replace(/<style>[^]*?<\/style>/, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const counted = (words: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};

describe('the document of a COE', () => {
  test('says every word of the COE, as often as the COE does', () => {
    const coe = coeFullOf(
      Array.from({ length: 10 }, (_, index) => `alpha${index} beta${index}, “gamma${index}”`),
      1,
      'common',
    );
    const said = counted(wordsIn(textOf(htmlPage([documentOf(coe, options)]))));
    const written = counted(searchableText(coe).flatMap(({ passages }) => passages.flatMap(wordsIn)));
    expect([...written].filter(([word, count]) => (said.get(word) ?? 0) < count)).toEqual([]);
  });

  test('has no empty sections, headings or columns', () => {
    const document = documentOf(someCoe({ title: '' }), options);
    expect(document).toMatchObject({ title: 'Untitled', summary: [], sections: [], milestones: [], durations: [] });
    const { happened, sections } = someCoe();
    const entries = [timelineEntry('a', happened, { what: 'It began' })];
    const [timeline] = documentOf(
      someCoe({ sections: { ...sections, timeline: { ...sections.timeline, entries } } }),
      options,
    ).sections;
    expect(timeline?.blocks).toMatchObject([{ type: 'table', columns: [{ label: 'When' }, { label: 'What' }] }]);
  });

  test('gives rows that are called like their section no heading of their own', () => {
    const { sections } = someCoe();
    const costs = [{ id: 'c1', area: null, what: 'Rent', amount: '20', unit: 'USD', estimate: false }];
    const impact = { ...sections.impact, prose: 'It was a lot.', costs };
    const typesOf = (kind: Coe['kind']): string[] | undefined =>
      documentOf(someCoe({ kind, sections: { ...sections, impact } }), options).sections[0]?.blocks.map(
        ({ type }) => type,
      );
    expect(typesOf('missed-event')).toEqual(['prose', 'table']);
    expect(typesOf('other-mistake')).toEqual(['prose', 'table']);
    expect(typesOf('outage')).toEqual(['prose', 'heading', 'table']);
  });

  test('names the zone of most times once, and other zones beside their times', () => {
    const { sections } = someCoe();
    const at = (id: string, zone: string) => timelineEntry(id, minuteMoment('2026-05-14T10:04', zone), { what: id });
    const entries = [at('a', 'Asia/Tokyo'), at('b', 'Asia/Tokyo'), at('c', 'UTC')];
    const document = documentOf(
      someCoe({ sections: { ...sections, timeline: { ...sections.timeline, entries } } }),
      options,
    );
    expect(document.zone).toBe('Asia/Tokyo');
    const text = textOf(htmlPage([document]));
    expect(text).toContain('Times are in Asia/Tokyo, unless another zone is named.');
    expect(text).toContain('14 May 2026, 10:04 UTC');
    expect(text).not.toContain('10:04 Asia/Tokyo');
  });

  test('puts whys below the why that they answer', () => {
    const { sections } = someCoe();
    const why = (id: string, whys: unknown[] = []) => ({ id, text: id, evidence: '', control: null, mark: null, whys });
    const coe = someCoe({
      sections: { ...sections, whys: { ...sections.whys, happened: [why('a', [why('b')])] } } as never,
    });
    expect(htmlPage([documentOf(coe, options)])).toContain('<ul><li>a<ul><li>b</li></ul></li></ul>');
  });

  test('names a linked COE only if it leaves as well', () => {
    const other = someCoe({ title: 'The first outage' }, 2);
    const coe = someCoe(
      { links: [{ id: 'l', type: 'same-cause', coeId: other.id, note: '', fixId: null, verdict: null }] },
      1,
    );
    expect(htmlPage([documentOf(coe, options)])).not.toContain('The first outage');
    expect(htmlPage([documentOf(coe, { ...options, others: [coe, other] })])).toContain(
      'Same cause again: The first outage',
    );
  });

  test('holds hostile texts as text: no tag, attribute or address of theirs gets into the page', () => {
    const texts = hostileTexts('https://beacon.example/x').map(({ text }) => text);
    const html = htmlPage([documentOf(coeFullOf(texts, 1), options)]);
    const tags = [...html.replace(/<style>[^]*?<\/style>/, '').matchAll(/<\/?([^\s>/]*)([^>]*)>/g)];
    const known =
      'html head meta title style body main article header section p h1 h2 h3 h4 h5 h6 dl div dt dd ul ol li table colgroup col thead tbody tr th td a b strong em del code pre br blockquote hr !doctype';
    expect([...new Set(tags.map(([, name]) => name))].filter((name) => !known.split(' ').includes(name ?? ''))).toEqual(
      [],
    );
    const attributes = tags.flatMap(([, , rest = '']) => [...rest.matchAll(/([^\s="]+)="([^"]*)"/g)]);
    expect(attributes.map(([, name]) => name).filter((name) => /^on|^src|^style$/i.test(name ?? ''))).toEqual([]);
    const addresses = attributes.filter(([, name]) => name === 'href').map(([, , address = '']) => address);
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !/^(?:https?:\/\/|mailto:)/.test(address))).toEqual([]);
    expect(textOf(html)).toContain('<script>self.ran=1</script>');
  });
});
