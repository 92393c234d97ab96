const COLORS = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)'];
const LINES = { stroke: 'var(--paper)', strokeWidth: 1.5, strokeOpacity: 0.75 };

/** Four fills that differ in pattern as well as colour. `id` must be unique on the page. */
export const Patterns = ({ id }: { id: string }) => (
  <defs>
    {COLORS.map((color, index) => (
      <pattern key={color} id={`${id}-${index}`} width={8} height={8} patternUnits="userSpaceOnUse">
        <rect width={8} height={8} fill={color} />
        {index === 1 && <path d="M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6" {...LINES} />}
        {index === 2 && <circle cx={4} cy={4} r={1.6} fill="var(--paper)" fillOpacity={0.8} />}
        {index === 3 && <path d="M0 4 L8 4" {...LINES} />}
      </pattern>
    ))}
  </defs>
);

/** The `fill` of a mark: the pattern with this index in the chart with this id. */
export const patternFill = (id: string, index: number): string => `url(#${id}-${index})`;
