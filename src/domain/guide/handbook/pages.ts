import { SECTION_IDS, type SectionId } from '../../coe/vocabulary.ts';
import { BEING_COACHED_PAGE } from './being-coached.ts';
import { COACHING_SOMEBODY_PAGE } from './coaching-somebody.ts';
import { FAQ_PAGE } from './faq.ts';
import type { HandbookPage } from './handbook-page.ts';
import { IMPORT_AND_EXPORT_PAGE } from './import-and-export.ts';
import { joinWrappedLines } from './join-wrapped-lines.ts';
import { NEVER_TWICE_PAGE } from './never-twice.ts';
import { PATTERNS_PAGE } from './patterns.ts';
import { RELATED_READING_PAGE } from './related-reading.ts';
import { ACTIONS_PAGE } from './section-actions.ts';
import { CAUSE_PAGE } from './section-cause.ts';
import { CONTEXT_PAGE } from './section-context.ts';
import { CUSTOMER_IMPACT_PAGE } from './section-customer-impact.ts';
import { IMPACT_PAGE } from './section-impact.ts';
import { LEARNED_PAGE } from './section-learned.ts';
import { MITIGATED_PAGE } from './section-mitigated.ts';
import { NOTICED_PAGE } from './section-noticed.ts';
import { TIMELINE_PAGE } from './section-timeline.ts';
import { WHYS_PAGE } from './section-whys.ts';
import { TEAM_LIBRARY_PAGE } from './team-library.ts';
import { WHY_COES_PAGE } from './why-coes.ts';
import { WORDS_AND_KINDS_PAGE } from './words-and-kinds.ts';
import { WRITING_ABOUT_YOURSELF_PAGE } from './writing-about-yourself.ts';

const ready = (page: HandbookPage): HandbookPage => ({ ...page, body: joinWrappedLines(page.body) });

const SECTION_PAGES: Readonly<Record<SectionId, HandbookPage>> = {
  context: ready(CONTEXT_PAGE),
  customerImpact: ready(CUSTOMER_IMPACT_PAGE),
  impact: ready(IMPACT_PAGE),
  timeline: ready(TIMELINE_PAGE),
  noticed: ready(NOTICED_PAGE),
  mitigated: ready(MITIGATED_PAGE),
  cause: ready(CAUSE_PAGE),
  whys: ready(WHYS_PAGE),
  learned: ready(LEARNED_PAGE),
  actions: ready(ACTIONS_PAGE),
};

/**
 * All pages in reading order: why, the ten sections, repeats and checks, patterns, coaching, team, import and export, FAQ and
 * reading, then two for reference.
 */
export const HANDBOOK_PAGES: readonly HandbookPage[] = [
  ready(WHY_COES_PAGE),
  ...SECTION_IDS.map((id) => SECTION_PAGES[id]),
  ready(NEVER_TWICE_PAGE),
  ready(PATTERNS_PAGE),
  ready(BEING_COACHED_PAGE),
  ready(COACHING_SOMEBODY_PAGE),
  ready(TEAM_LIBRARY_PAGE),
  ready(IMPORT_AND_EXPORT_PAGE),
  ready(FAQ_PAGE),
  ready(RELATED_READING_PAGE),
  ready(WORDS_AND_KINDS_PAGE),
  ready(WRITING_ABOUT_YOURSELF_PAGE),
];

/** The page about a section of the editor; every section has one. */
export function handbookPageFor(section: SectionId): HandbookPage {
  return SECTION_PAGES[section];
}

/** Finds a page by its id; undefined when there is none, as in an old link. */
export function handbookPage(id: string): HandbookPage | undefined {
  return HANDBOOK_PAGES.find((page) => page.id === id);
}
