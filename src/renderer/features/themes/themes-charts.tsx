import { useMemo } from 'react';

import type { ThemesData } from '#domain/themes/themes-data.ts';

import { BarsDrawing } from './drawing/bars-drawing.tsx';
import { DotsDrawing } from './drawing/dots-drawing.tsx';
import { GridDrawing } from './drawing/grid-drawing.tsx';
import { StackedDrawing } from './drawing/stacked-drawing.tsx';
import { ChartFigure } from './figure/chart-figure.tsx';
import { conditionsSpec } from './specs/conditions-spec.ts';
import { controlSpec } from './specs/control-spec.ts';
import { durationsSpec } from './specs/durations-spec.ts';
import { overTimeSpec } from './specs/over-time-spec.ts';
import { pairsSpec } from './specs/pairs-spec.ts';
import { signalsSpec } from './specs/signals-spec.ts';
import { triggersSpec } from './specs/triggers-spec.ts';
import styles from './themes-charts.module.css';

/** The charts of common themes. Loaded on demand, because they include the chart library. */
export function ThemesCharts({ data }: { data: ThemesData }) {
  const specs = useMemo(() => specsOf(data), [data]);
  const { conditions, overTime, triggers, control, signals, notice, mitigate, pairs } = specs;
  const { coes } = data;
  return (
    <section aria-labelledby="in-common" className={styles.group}>
      <h2 id="in-common">What they have in common</h2>
      <div className={styles.charts}>
        <ChartFigure spec={conditions} coes={coes} wide>
          {(width) => <BarsDrawing marks={conditions.marks} width={Math.min(width, 860)} />}
        </ChartFigure>
        <ChartFigure spec={overTime} coes={coes} wide>
          {(width) => <GridDrawing spec={overTime} width={width} />}
        </ChartFigure>
        <ChartFigure spec={triggers} coes={coes}>
          {(width) => <BarsDrawing marks={triggers.marks} width={width} />}
        </ChartFigure>
        <ChartFigure spec={control} coes={coes}>
          {(width) => <BarsDrawing marks={control.marks} width={width} />}
        </ChartFigure>
        <ChartFigure spec={signals} coes={coes} wide>
          {(width) => <StackedDrawing spec={signals} width={width} />}
        </ChartFigure>
        <ChartFigure spec={notice} coes={coes} wide={notice.isBundled || mitigate.isBundled}>
          {(width) => <DotsDrawing spec={notice} width={width} />}
        </ChartFigure>
        <ChartFigure spec={mitigate} coes={coes} wide={notice.isBundled || mitigate.isBundled}>
          {(width) => <DotsDrawing spec={mitigate} width={width} />}
        </ChartFigure>
        <ChartFigure spec={pairs} coes={coes} wide>
          {(width) => <BarsDrawing marks={pairs.marks} width={Math.min(width, 720)} namesAbove />}
        </ChartFigure>
      </div>
    </section>
  );
}

const specsOf = (data: ThemesData) => ({
  conditions: conditionsSpec(data),
  overTime: overTimeSpec(data),
  triggers: triggersSpec(data),
  control: controlSpec(data),
  signals: signalsSpec(data),
  notice: durationsSpec(data, 'notice'),
  mitigate: durationsSpec(data, 'mitigate'),
  pairs: pairsSpec(data),
});
