import { Download, Table2, ChartNoAxesColumn } from 'lucide-react';
import { type ReactNode, useId, useMemo, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';

import type { ThemesCoes } from '#domain/themes/themes-data.ts';
import { Menu } from '../../../ui/menu.tsx';

import { saveChart, type SaveFormat } from '../save/save-chart.ts';
import { type ChartSpec, FEWEST_FOR_A_CHART, type Mark } from '../specs/chart-spec.ts';
import styles from './chart-figure.module.css';
import { FigureTable } from './figure-table.tsx';
import { MarkList } from './mark-list.tsx';
import { MarkPopover } from './mark-popover.tsx';
import { MarksContext } from './marks.ts';
import { moveAmongMarks } from './move-among-marks.ts';
import { useWidth } from './use-width.ts';

type ChartFigureProps = {
  spec: ChartSpec;
  coes: ThemesCoes;
  /** Spans both columns of the layout. */
  wide?: boolean;
  /** Renders the chart as one SVG of the given width in pixels. */
  children: (width: number) => ReactNode;
};

/** A chart with its sentence, its data as a table, the COEs behind it, and a menu to save it. */
export function ChartFigure({ spec, coes, wide = false, children }: ChartFigureProps) {
  const titleId = useId();
  const [isTable, setIsTable] = useState(false);
  const [lastKey, setLastKey] = useState<string | null>(null);
  const [opened, setOpened] = useState<Mark | null>(null);
  const toggleButton = useRef<HTMLButtonElement>(null);
  const trigger = useRef<Element | null>(null);
  const [plot, width] = useWidth<HTMLDivElement>();

  const activeKey = spec.marks.some(({ key }) => key === lastKey) ? lastKey : (spec.marks[0]?.key ?? null);
  const marks = useMemo(
    () => ({
      activeKey,
      enter: setLastKey,
      open: (mark: Mark, element: Element) => {
        trigger.current = element;
        setOpened(mark);
      },
    }),
    [activeKey],
  );
  const isChart = !isTable && spec.known >= FEWEST_FOR_A_CHART;
  const toggle = (): void => setIsTable((was) => !was);
  const save = (format: string): void =>
    void saveChart(format as SaveFormat, spec, plot.current?.querySelector('svg') ?? null);

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- T is a shortcut beside the button */}
      <figure
        aria-labelledby={titleId}
        className={`${styles.figure} ${wide ? styles.wide : ''}`}
        onKeyDown={(event) => {
          if (event.key.toLowerCase() !== 't' || event.ctrlKey || event.metaKey || event.altKey) return;
          toggle();
          // The focused element disappears with the chart; the button stays.
          toggleButton.current?.focus();
        }}
      >
        <figcaption className={styles.caption}>
          <div className={styles.head}>
            <h2 id={titleId}>{spec.title}</h2>
            {spec.hasTable && (
              <div className={styles.tools}>
                <AriaButton className={styles.tool ?? ''} ref={toggleButton} onPress={toggle} aria-keyshortcuts="T">
                  {isTable ? <ChartNoAxesColumn size={14} aria-hidden /> : <Table2 size={14} aria-hidden />}
                  {isTable ? insteadOfTable(spec) : 'Show as table'}
                </AriaButton>
                <Menu
                  label={`Save “${spec.title}”`}
                  trigger={
                    <AriaButton className={styles.tool ?? ''}>
                      <Download size={14} aria-hidden />
                      Save
                    </AriaButton>
                  }
                  entries={[
                    { id: 'png', label: 'Picture (PNG)', isDisabled: !isChart },
                    { id: 'svg', label: 'Drawing (SVG)', isDisabled: !isChart },
                    { id: 'csv', label: 'Figures (CSV)' },
                  ]}
                  onAction={save}
                />
              </div>
            )}
          </div>
          <p className={styles.sentence}>{spec.sentence}</p>
        </figcaption>
        {isTable && <FigureTable spec={spec} />}
        {!isTable && !isChart && <MarkList spec={spec} coes={coes} />}
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the marks inside are the buttons */}
        <div ref={plot} className={styles.plot} onKeyDown={moveAmongMarks}>
          {isChart && width > 0 && <MarksContext value={marks}>{children(width)}</MarksContext>}
        </div>
        {spec.notes.length > 0 && <p className={styles.notes}>{spec.notes.join(' ')}</p>}
      </figure>
      <MarkPopover mark={opened} coes={coes} triggerRef={trigger} onClose={() => setOpened(null)} />
    </>
  );
}

const insteadOfTable = (spec: ChartSpec): string =>
  spec.known >= FEWEST_FOR_A_CHART ? 'Show as chart' : 'Show as list';
