/** Under this many COEs a chart says more than is known, and a list stands in its place. */
export const FEWEST_FOR_A_CHART = 5;

/** One thing in a chart that can be looked into: what it is, how many, and the COEs behind it. */
export type Mark = {
  key: string;
  /** What stands on the mark. */
  name: string;
  count: number;
  /** What is read out, and what heads the list of COEs. */
  said: string;
  /** Places in `ThemesData.coes`. */
  coes: readonly number[];
  /** Where the COEs screen shows just these, when its filters can tell them. */
  query?: Record<string, string>;
};

/** The same as figures. The first column names the row. */
export type ChartTable = { columns: readonly string[]; rows: readonly (readonly (string | number)[])[] };

/** Everything of a chart but its drawing: computed from the data, so that it can be said, listed, tabled and tested. */
export type ChartSpec<Drawn extends Mark = Mark> = {
  id: string;
  title: string;
  /** A plain sentence of what the chart shows, with n. */
  sentence: string;
  /** What the chart cannot show, said in words: what is unknown, and what is left out. */
  notes: readonly string[];
  /** COEs the chart is drawn from. */
  known: number;
  marks: readonly Drawn[];
  table: ChartTable;
};

/** Notes without those that do not apply. */
export const notesOf = (...notes: (string | false)[]): string[] => notes.filter((note) => note !== false);
