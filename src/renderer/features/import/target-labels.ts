import type { HeadingTarget } from '#domain/import/imported-report.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';

/** Where the text below a heading goes, as people read it. */
export const TARGET_LABELS: Readonly<Record<HeadingTarget, string>> = {
  ...SECTION_SHORT_NAMES,
  summary: 'Summary',
  lessons: 'Learned: lessons',
  wentWell: 'Learned: what went well',
  wentBadly: 'Learned: what went badly',
  lucky: 'Learned: where we were lucky',
  unplaced: 'Unplaced',
};
