import type { HandbookPage } from '#domain/guide/handbook/handbook-page.ts';
import { HANDBOOK_PAGES } from '#domain/guide/handbook/pages.ts';

const firstSection = HANDBOOK_PAGES.findIndex((page) => page.section !== undefined);

/** The pages as they are listed: what comes before the ten questions, the questions, and what comes after. */
export const PAGE_GROUPS: readonly { readonly title: string; readonly has: (page: HandbookPage) => boolean }[] = [
  {
    title: 'To begin with',
    has: (page) => page.section === undefined && HANDBOOK_PAGES.indexOf(page) < firstSection,
  },
  { title: 'The ten questions', has: (page) => page.section !== undefined },
  {
    title: 'To look things up',
    has: (page) => page.section === undefined && HANDBOOK_PAGES.indexOf(page) > firstSection,
  },
];
