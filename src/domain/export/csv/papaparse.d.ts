/** What is used of Papa Parse. Its own types depend on those of Node, which the domain must not see. */
declare module 'papaparse' {
  type ParseResult<Row> = {
    readonly data: Row[];
    readonly errors: readonly { readonly row?: number; readonly message: string }[];
    readonly meta: { readonly delimiter: string; readonly fields?: string[] };
  };
  const papaparse: {
    readonly unparse: (
      rows: readonly (readonly (string | number | boolean | null)[])[],
      options: {
        readonly delimiter?: string;
        readonly newline?: string;
        readonly escapeFormulae?: boolean | RegExp;
        readonly quotes?: boolean;
      },
    ) => string;
    readonly parse: <Row>(
      text: string,
      options?: {
        readonly delimiter?: string;
        readonly header?: boolean;
        readonly preview?: number;
        readonly skipEmptyLines?: boolean | 'greedy';
      },
    ) => ParseResult<Row>;
  };
  export default papaparse;
}
