import { describe, expect, it } from 'vitest';

import { handbookPage, handbookPageFor, HANDBOOK_PAGES } from '#domain/guide/handbook/pages.ts';
import { KIND_IDS, SECTION_IDS } from '#domain/coe/vocabulary.ts';
import { HELP_LINES_ADDRESS } from '#domain/guide/help-lines.ts';
import { isPersonalKind } from '#domain/guide/kinds.ts';
import { SECTION_HEADINGS } from '#domain/guide/sections.ts';
import { sectionTitle } from '#domain/guide/wording.ts';

const body = (id: string) => handbookPage(id)?.body ?? '';
const links = (markdown: string) => [...markdown.matchAll(/\]\((.+?)\)/g)].map((match) => match[1]);
const headings = (markdown: string) => [...markdown.matchAll(/^## (.+)$/gm)].map((match) => match[1]);

describe('the handbook', () => {
  it('begins with why, then follows the outline', () => {
    expect(HANDBOOK_PAGES.map((page) => page.id)).toEqual([
      'why-coes',
      ...SECTION_IDS.map((id) => handbookPageFor(id).id),
      'never-twice',
      'patterns',
      'being-coached',
      'coaching-somebody',
      'team-library',
      'import-and-export',
      'faq',
      'related-reading',
      'words-and-kinds',
      'writing-about-yourself',
    ]);
  });

  it('finds a page by its id, and nothing for an unknown one', () => {
    expect(handbookPage('faq')?.title).toBe('FAQ');
    expect(handbookPage('nowhere')).toBeUndefined();
  });

  it.each(HANDBOOK_PAGES)('sets $id under its title, quietly', (page) => {
    expect(page.summary).not.toBe('');
    expect(page.body).not.toMatch(/^# /m);
    expect(page.body).not.toContain('!');
  });

  it.each(SECTION_IDS)('shows what belongs under %s, good and weak, for an outage and a life', (section) => {
    const page = handbookPageFor(section);
    expect(page.title).toBe(SECTION_HEADINGS[section]);
    expect(page.section).toBe(section);
    expect(headings(page.body)).toEqual(
      expect.arrayContaining([
        'What belongs here',
        'What does not',
        'For an outage',
        'For a personal error',
        'In the editor',
      ]),
    );
    expect(page.body.match(/^\*\*Good\*\*$/gm)).toHaveLength(2);
    expect(page.body.match(/^\*\*Weak\*\*$/gm)).toHaveLength(2);
  });

  it('says under the first section that what its heading asks for belongs there, and not only in the timeline', () => {
    const { body: whole } = handbookPageFor('context');
    const belongs = /## What belongs here\n(.*?)\n## What does not\n/s.exec(whole)?.[1];
    for (const kind of KIND_IDS.filter(isPersonalKind)) expect(belongs).toContain(sectionTitle(kind, 'context'));
  });

  it('answers the four questions of the outline, with the table of companies', () => {
    expect(headings(body('faq'))).toEqual([
      'Is it worth the cost?',
      'How to ensure they are happening?',
      'Per company differences?',
      'Should I use this beyond service outages?',
    ]);
    for (const company of ['Amazon', 'Google', 'Microsoft', 'Atlassian', 'PagerDuty', 'Etsy', 'GitLab']) {
      expect(body('faq')).toContain(`| ${company} |`);
    }
  });

  it('keeps every paragraph on one line', () => {
    for (const page of HANDBOOK_PAGES) expect(page.body).not.toMatch(/[a-z,;]\n[a-z]/i);
  });

  it('links to the related reading and the help lines, and nowhere else', () => {
    expect(links(body('related-reading'))).toEqual([
      'https://imwrightshardcode.com/2019/10/tell-me-why-incident-rcas/',
      'https://medium.com/@josh_70523/postmortem-correction-of-error-coe-template-db69481da31d',
      'https://sites.google.com/site/thefaceofamazon/home/coe-why-was-i-fired',
      'https://www.pagerduty.com/blog/engineers-guide-on-the-importance-of-failure/',
    ]);
    for (const page of HANDBOOK_PAGES.filter(({ id }) => id !== 'related-reading'))
      expect(links(page.body)).toEqual(page.id === 'writing-about-yourself' ? [HELP_LINES_ADDRESS] : []);
  });
});
