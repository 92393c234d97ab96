import type { Period } from '#domain/themes/themes-data.ts';

import type { ChartSpec, Mark } from './chart-spec.ts';

/** A part of a column: which series it belongs to, and in which column it stands. */
export type ColumnMark = Mark & { series: number; column: number };

/** A chart of columns in parts, over periods or over anything else that has a label. At most four series. */
export type ColumnsSpec = ChartSpec<ColumnMark> & { seriesNames: string[]; periods: Period[] };
