import { createContext, use } from 'react';

import type { Mark } from '../specs/chart-spec.ts';

/** How the marks of one chart take part in it: one is the way in by Tab, arrows walk the rest, and each can be opened. */
export type Marks = {
  /** The mark that Tab stops at. */
  activeKey: string | null;
  enter: (key: string) => void;
  open: (mark: Mark, element: Element) => void;
};

export const MarksContext = createContext<Marks>({ activeKey: null, enter: () => {}, open: () => {} });

export const useMarks = (): Marks => use(MarksContext);
