import type { SectionId } from '../../coe/vocabulary.ts';

/** A page of the handbook. The body is GitHub-flavoured Markdown without a first-level heading: the title stands above it. */
export type HandbookPage = {
  /** Stable, for links within the handbook and from the editor. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  /** Set when the page is about one section of the editor. */
  readonly section?: SectionId;
};
