/** How often the filter left out each kind of thing, by the name it has in a sentence. */
export type LeftOut = Map<string, number>;

/** The declarations of each class in the style sheets of the page. */
export type Styles = ReadonlyMap<string, string>;

/** What the filter knows at an element: what is around it, and what it collects. */
export type Context = {
  readonly leftOut: LeftOut;
  readonly remotePictures: string[];
  readonly styles: Styles;
  readonly inCell: boolean;
  /** The marks that the text has already; a second one in the first would take the printer exponential time. */
  readonly marks: ReadonlySet<string>;
  readonly inHeading: boolean;
  readonly inPre: boolean;
  readonly depth: number;
};

/** Counts one more thing that was left out. */
export const count = (leftOut: LeftOut, what: string): void => void leftOut.set(what, (leftOut.get(what) ?? 0) + 1);
