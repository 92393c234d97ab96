// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
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

const due = (day: string): Coe => ({
  ...COE,
  sections: coeSchema.shape.sections.parse({ actions: { items: [{ id: 'a', text: 'Renew it', due: day }] } }),
});

const caused = (causeId: string): Coe => ({
  ...COE,
  sections: coeSchema.shape.sections.parse({
    whys: { happened: [{ id: 'why-1', text: 'Nobody knew', whys: [{ id: 'why-2', text: 'No list of owners' }] }] },
    actions: { items: [{ id: 'a', text: 'Write the list', causeId }] },
  }),
});

function show(...[base, mine, theirs]: Parameters<typeof merge>): void {
  const [conflict] = merge(base, mine, theirs).conflicts;
  if (conflict === undefined) throw new Error('no conflict');
  render(
    <DateStyleContext value={{ order: 'month-first', clock: '12-hour', locale: 'en-US' }}>
      <ConflictChoice
        conflict={conflict}
        versions={[mine, theirs, base]}
        otherName="Other"
        choice="mine"
        onChoose={() => {}}
      />
    </DateStyleContext>,
  );
}

it('two due dates are shown as the person writes dates', () => {
  show(due('2026-05-14'), due('2026-05-15'), due('2026-05-16'));
  expect(screen.getByText('Mine, here').parentElement?.textContent).toContain('Fri, May 15, 2026');
  expect(document.body.textContent).not.toContain('2026-05');
});

it('the order of rows is shown with dates as the person writes them', () => {
  show(inOrder(['a', 'b', 'c']), inOrder(['c', 'a', 'b']), inOrder(['b', 'a', 'c']));
  expect(screen.getByText('Mine, here').parentElement?.textContent).toMatch(/May 16, 2026.*May 14, 2026.*May 15, 2026/);
  expect(document.body.textContent).not.toContain('14 May');
});

it('two causes of an action are shown by their words', () => {
  show(caused('gone'), caused('why-1'), caused('why-2'));
  expect(screen.getByText('Mine, here').parentElement?.textContent).toContain('Nobody knew');
  expect(screen.getByText('Other', { selector: 'small' }).parentElement?.textContent).toContain('No list of owners');
  expect(document.body.textContent).not.toContain('why-');
});

it('a cause whose row is gone is not shown by its id', () => {
  show(caused('why-1'), caused('why-2'), caused('gone'));
  expect(screen.getByText('Other', { selector: 'small' }).parentElement?.textContent).toContain('(another row)');
  expect(document.body.textContent).not.toContain('gone');
});
