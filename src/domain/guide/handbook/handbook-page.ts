import type { SectionId } from '../../coe/vocabulary.ts';

/**
 * A page of the handbook. The body is GitHub-flavoured Markdown without a first-level heading: the title stands above
 * it.
 */
export type HandbookPage = {
  /** Part of addresses within the app, so never renamed. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  /** The section of the editor that the page is about; absent on other pages. */
  readonly section?: SectionId;
};
