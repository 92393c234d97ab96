import { type ComponentType, memo } from 'react';

import type { ThemesData } from '#domain/themes/themes-data.ts';

import { useDateStyle } from '../../ui/date-style.ts';
import { ChartGroup } from './chart-group.tsx';
import { BarsDrawing } from './drawing/bars-drawing.tsx';
import { DotsDrawing } from './drawing/dots-drawing.tsx';
import { GridDrawing } from './drawing/grid-drawing.tsx';
import { StackedDrawing } from './drawing/stacked-drawing.tsx';
import { ChartFigure } from './figure/chart-figure.tsx';
import { useInTurn } from './figure/use-in-turn.ts';
import { isBundled } from './specs/bundle-dots.ts';
import { conditionsSpec } from './specs/conditions-spec.ts';
import { controlSpec } from './specs/control-spec.ts';
import { durationsSpec } from './specs/durations-spec.ts';
import { backlogSpec } from './specs/learning/backlog-spec.ts';
import { ratesSpec } from './specs/learning/rates-spec.ts';
import { repeatsSpec } from './specs/learning/repeats-spec.ts';
import { safeguardsSpec } from './specs/learning/safeguards-spec.ts';
import { strengthsSpec } from './specs/learning/strengths-spec.ts';
import { overTimeSpec } from './specs/over-time-spec.ts';
import { pairsSpec } from './specs/pairs-spec.ts';
import { signalsSpec } from './specs/signals-spec.ts';
import { triggersSpec } from './specs/triggers-spec.ts';
import { changeWords } from './words/change-words.ts';

/** A chart of some data. It is drawn again only for other data. */
type Chart = ComponentType<{ data: ThemesData }>;

/** The charts that show whether you are learning: repeats, and which fixes held. */
const LEARNING: readonly Chart[] = [
  memo(function Repeats({ data }) {
    const spec = repeatsSpec(data);
    return (
      <ChartFigure spec={spec} coes={data.coes}>
        {(width) => <BarsDrawing marks={spec.marks} width={width} namesAbove />}
      </ChartFigure>
    );
  }),
  memo(function Strengths({ data }) {
    const spec = strengthsSpec(data);
    return (
      <ChartFigure spec={spec} coes={data.coes}>
        {(width) => <StackedDrawing spec={spec} width={width} />}
      </ChartFigure>
    );
  }),
  memo(function Rates({ data }) {
    const spec = ratesSpec(data, useDateStyle());
    return (
      <ChartFigure spec={spec} coes={data.coes} wide>
        {(width) => <BarsDrawing marks={spec.marks} width={Math.min(width, 860)} namesAbove />}
      </ChartFigure>
    );
  }),
  memo(function Backlog({ data }) {
    const spec = backlogSpec(data);
    return (
      <ChartFigure spec={spec} coes={data.coes} wide>
        {(width) => <StackedDrawing spec={spec} width={width} />}
      </ChartFigure>
    );
  }),
  memo(function Safeguards({ data }) {
    const spec = safeguardsSpec(data);
    return (
      <ChartFigure spec={spec} coes={data.coes}>
        {(width) => <StackedDrawing spec={spec} width={width} />}
      </ChartFigure>
    );
  }),
];

/** The charts of common themes. */
const IN_COMMON: readonly Chart[] = [
  memo(function Conditions({ data }) {
    const spec = conditionsSpec(data);
    return (
      <ChartFigure spec={spec} coes={data.coes} wide>
        {(width) => <BarsDrawing marks={spec.marks} width={Math.min(width, 860)} />}
      </ChartFigure>
    );
  }),
  memo(function OverTime({ data }) {
    const spec = overTimeSpec(data);
    return (
      <ChartFigure spec={spec} coes={data.coes} wide>
        {(width) => <GridDrawing spec={spec} width={width} />}
      </ChartFigure>
    );
  }),
  memo(function Triggers({ data }) {
    const spec = triggersSpec(data);
    return (
      <ChartFigure spec={spec} coes={data.coes}>
        {(width) => <BarsDrawing marks={spec.marks} width={width} />}
      </ChartFigure>
    );
  }),
  memo(function Control({ data }) {
    const spec = controlSpec(data);
    return (
      <ChartFigure spec={spec} coes={data.coes}>
        {(width) => <BarsDrawing marks={spec.marks} width={width} />}
      </ChartFigure>
    );
  }),
  memo(function Signals({ data }) {
    const spec = signalsSpec(data);
    return (
      <ChartFigure spec={spec} coes={data.coes} wide>
        {(width) => <StackedDrawing spec={spec} width={width} />}
      </ChartFigure>
    );
  }),
  memo(function TimeToNotice({ data }) {
    const spec = durationsSpec(data, 'notice');
    return (
      <ChartFigure spec={spec} coes={data.coes} wide={data.durations.some(isBundled)}>
        {(width) => <DotsDrawing spec={spec} width={width} />}
      </ChartFigure>
    );
  }),
  memo(function TimeToMitigate({ data }) {
    const spec = durationsSpec(data, 'mitigate');
    return (
      <ChartFigure spec={spec} coes={data.coes} wide={data.durations.some(isBundled)}>
        {(width) => <DotsDrawing spec={spec} width={width} />}
      </ChartFigure>
    );
  }),
  memo(function Pairs({ data }) {
    const spec = pairsSpec(data);
    return (
      <ChartFigure spec={spec} coes={data.coes} wide>
        {(width) => <BarsDrawing marks={spec.marks} width={Math.min(width, 720)} namesAbove />}
      </ChartFigure>
    );
  }),
];

/** All charts, drawn one after another. Loaded on demand, because they include the chart library. */
export function ThemesCharts({ data }: { data: ThemesData }) {
  const shown = useInTurn(data, LEARNING.length + IN_COMMON.length);
  const charts = (group: readonly Chart[], first: number) =>
    group.map((One, place) => {
      const its = shown[first + place] ?? null;
      // oxlint-disable-next-line react/no-array-index-key -- the charts of a group never change
      return its !== null && <One key={place} data={its} />;
    });
  const isDrawn = shown.every((each) => each === data);
  const isNext = (shown[LEARNING.length] ?? null) !== null;
  return (
    <div aria-busy={!isDrawn}>
      <ChartGroup id="learning" title="Are you learning?" words={changeWords(data.learning.change)}>
        {charts(LEARNING, 0)}
      </ChartGroup>
      {isNext && (
        <ChartGroup id="in-common" title="What they have in common">
          {charts(IN_COMMON, LEARNING.length)}
        </ChartGroup>
      )}
    </div>
  );
}
