/** With fewer COEs a chart would overstate what is known, so a list replaces it. */
export const FEWEST_FOR_A_CHART = 5;

/** One mark of a chart: its name, its count, and the COEs behind it. */
export type Mark = {
  key: string;
  /** The label on the mark. */
  name: string;
  count: number;
  /** The accessible name, and the title of the list of COEs. */
  said: string;
  /** Indexes into `ThemesData.coes`. */
  coes: readonly number[];
  /** URL parameters that show the same COEs on the COEs screen, when its filters can. */
  query?: Record<string, string>;
};

/** A cell of a table: words, a figure, or a date that is `2026`, `2026-03` or `2026-03-02`. */
export type ChartCell = string | number | { readonly date: string };

/** The data as a table. The first column names the row. */
export type ChartTable = { columns: readonly string[]; rows: readonly (readonly ChartCell[])[] };

/** Everything about a chart but its drawing, computed from the data. */
export type ChartSpec<Drawn extends Mark = Mark> = {
  id: string;
  title: string;
  /** A plain sentence of what the chart shows, with n. */
  sentence: string;
  /** Sentences on what is unknown and what the chart leaves out. */
  notes: readonly string[];
  /** How many COEs the chart is based on. */
  known: number;
  marks: readonly Drawn[];
  /** Whether the table has rows. */
  hasTable: boolean;
  /** The figures; computed only when someone asks, because one row for each of ten thousand COEs takes long. */
  table: () => ChartTable;
};

/** The notes that apply, without `false`. */
export const notesOf = (...notes: (string | false)[]): string[] => notes.filter((note) => note !== false);
