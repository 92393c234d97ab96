// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { merge } from '#domain/merge/merge.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { ConflictChoice } from '#renderer/editor/versions/conflict-choice.tsx';
import { DateStyleContext } from '#renderer/ui/date-style.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

afterEach(cleanup);

const COE = someCoe();
const DAYS = { a: '2026-05-14', b: '2026-05-15', c: '2026-05-16' } as const;

const inOrder = (ids: readonly (keyof typeof DAYS)[]): Coe => ({
  ...COE,
  sections: {
    ...COE.sections,
    timeline: {
      ...COE.sections.timeline,
      entries: ids.map((id) => timelineEntry(id, dayMoment(DAYS[id]))),
    },
  },
});

it('the order of rows is told with dates as the person writes them', () => {
  const { conflicts } = merge(inOrder(['a', 'b', 'c']), inOrder(['c', 'a', 'b']), inOrder(['b', 'a', 'c']));
  const [conflict] = conflicts;
  if (conflict === undefined) throw new Error('no conflict');
  render(
    <DateStyleContext value={{ order: 'month-first', clock: '12-hour', locale: 'en-US' }}>
      <ConflictChoice conflict={conflict} otherName="Other" choice="mine" onChoose={() => {}} />
    </DateStyleContext>,
  );
  expect(screen.getByText('Mine, here').parentElement?.textContent).toMatch(/May 16, 2026.*May 14, 2026.*May 15, 2026/);
  expect(document.body.textContent).not.toContain('14 May');
});
