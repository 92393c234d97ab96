import { createContext, use } from 'react';

import type { Mark } from '../specs/chart-spec.ts';

/** Shared by the marks of one chart: Tab stops at one of them, arrow keys reach the others, and each can be opened. */
export type Marks = {
  /** The key of the mark that Tab stops at; null without marks. */
  activeKey: string | null;
  enter: (key: string) => void;
  open: (mark: Mark, element: Element) => void;
};

/** The marks of the chart around a component; outside a chart they do nothing. */
export const MarksContext = createContext<Marks>({ activeKey: null, enter: () => {}, open: () => {} });

/** The marks of the chart around a component. */
export const useMarks = (): Marks => use(MarksContext);
