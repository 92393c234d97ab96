import type { Period } from '#domain/themes/themes-data.ts';

import type { ChartSpec, Mark } from './chart-spec.ts';

/** A segment of a column: its series and its column, as indexes. */
export type ColumnMark = Mark & { series: number; column: number };

/** A stacked column chart over periods or other labels. At most four series. */
export type ColumnsSpec = ChartSpec<ColumnMark> & { seriesNames: string[]; periods: Period[] };
