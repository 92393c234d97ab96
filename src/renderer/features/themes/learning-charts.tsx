import { useMemo } from 'react';

import type { ThemesData } from '#domain/themes/themes-data.ts';

import { BarsDrawing } from './drawing/bars-drawing.tsx';
import { StackedDrawing } from './drawing/stacked-drawing.tsx';
import { ChartFigure } from './figure/chart-figure.tsx';
import { backlogSpec } from './specs/learning/backlog-spec.ts';
import { ratesSpec } from './specs/learning/rates-spec.ts';
import { repeatsSpec } from './specs/learning/repeats-spec.ts';
import { safeguardsSpec } from './specs/learning/safeguards-spec.ts';
import { strengthsSpec } from './specs/learning/strengths-spec.ts';
import styles from './themes-charts.module.css';
import { changeWords } from './words/change-words.ts';

/** The charts that show whether you are learning: changes, repeats, and which fixes held. */
export function LearningCharts({ data }: { data: ThemesData }) {
  const { repeats, rates, strengths, backlog, safeguards } = useMemo(
    () => ({
      repeats: repeatsSpec(data),
      rates: ratesSpec(data),
      strengths: strengthsSpec(data),
      backlog: backlogSpec(data),
      safeguards: safeguardsSpec(data),
    }),
    [data],
  );
  const { coes } = data;
  return (
    <section aria-labelledby="learning" className={styles.group}>
      <h2 id="learning">Are you learning?</h2>
      <p className={styles.change}>{changeWords(data.learning.change)}</p>
      <div className={styles.charts}>
        <ChartFigure spec={repeats} coes={coes}>
          {(width) => <BarsDrawing marks={repeats.marks} width={width} namesAbove />}
        </ChartFigure>
        <ChartFigure spec={strengths} coes={coes}>
          {(width) => <StackedDrawing spec={strengths} width={width} />}
        </ChartFigure>
        <ChartFigure spec={rates} coes={coes} wide>
          {(width) => <BarsDrawing marks={rates.marks} width={Math.min(width, 860)} namesAbove />}
        </ChartFigure>
        <ChartFigure spec={backlog} coes={coes} wide>
          {(width) => <StackedDrawing spec={backlog} width={width} />}
        </ChartFigure>
        <ChartFigure spec={safeguards} coes={coes}>
          {(width) => <StackedDrawing spec={safeguards} width={width} />}
        </ChartFigure>
      </div>
    </section>
  );
}
