import type { HandbookPage } from '#domain/guide/handbook/handbook-page.ts';
import { HANDBOOK_PAGES } from '#domain/guide/handbook/pages.ts';

const firstSection = HANDBOOK_PAGES.findIndex((page) => page.section !== undefined);

/** The groups of the page list: before the ten questions, the questions, and after them. */
export const PAGE_GROUPS: readonly { readonly title: string; readonly has: (page: HandbookPage) => boolean }[] = [
  {
    title: 'Getting started',
    has: (page) => page.section === undefined && HANDBOOK_PAGES.indexOf(page) < firstSection,
  },
  { title: 'The ten questions', has: (page) => page.section !== undefined },
  {
    title: 'Reference',
    has: (page) => page.section === undefined && HANDBOOK_PAGES.indexOf(page) > firstSection,
  },
];
