import type { PhrasingContent, RootContent } from 'mdast';

/** A text with its label, such as the answer to a question. `field` is its key in the section or row; null for none. */
export type LabelledText = {
  readonly label: string;
  readonly text: readonly PhrasingContent[];
  readonly field: string | null;
};

/**
 * An item of a list: its text, further details, and the items below it. Any of them may be empty. `row` is the id of the
 * row, and `field` the key of the text in it; null where there is none.
 */
export type DocumentItem = {
  readonly text: readonly PhrasingContent[];
  readonly details: readonly LabelledText[];
  readonly items: readonly DocumentItem[];
  readonly row: string | null;
  readonly field: string | null;
};

/** A cell of a table: its text, and details set smaller below it. Both may be empty. `row` is that of its table row. */
export type DocumentCell = Omit<DocumentItem, 'items'>;

/** A column of a table. `width` is its share in percent; the shares of a table add up to 100. */
export type DocumentColumn = { readonly label: string; readonly width: number };

/** A table with one cell for each column in every row. */
export type DocumentTable = {
  readonly type: 'table';
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly (readonly DocumentCell[])[];
};

/** One part of a section, from top to bottom. Headings within prose are below the heading of their section. */
export type DocumentBlock =
  | { readonly type: 'prose'; readonly content: readonly RootContent[] }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'answers'; readonly answers: readonly LabelledText[] }
  | { readonly type: 'list'; readonly items: readonly DocumentItem[] }
  | DocumentTable;

/** A section with its heading. It has at least one block. */
export type DocumentSection = { readonly heading: string; readonly blocks: readonly DocumentBlock[] };

/**
 * A COE as a document to read, print or hand on: what HTML, PDF and DOCX are drawn from. It has no empty parts.
 * `facts`, `milestones` and `durations` form the title block together with the kind and the title.
 */
export type CoeDocument = {
  readonly id: string;
  readonly kind: string;
  /** Never empty: a COE without a title is called "Untitled". */
  readonly title: string;
  readonly facts: readonly LabelledText[];
  readonly summary: readonly PhrasingContent[];
  readonly milestones: readonly LabelledText[];
  readonly durations: readonly LabelledText[];
  /** The zone of all times that name none; null when there is no time of day. */
  readonly zone: string | null;
  readonly sections: readonly DocumentSection[];
};
