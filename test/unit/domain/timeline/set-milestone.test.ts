import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MILESTONE_IDS, type MilestoneId } from '#domain/coe/vocabulary.ts';
import { dayMoment, unknownMoment } from '#domain/time/moment.ts';
import { milestone, milestonesOf } from '#domain/timeline/milestones.ts';
import { phasesOf } from '#domain/timeline/phase.ts';
import { setMilestone } from '#domain/timeline/set-milestone.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

const anyMark = fc.option(fc.constantFrom(...MILESTONE_IDS));
const marked = (...marks: (MilestoneId | null)[]) =>
  marks.map((mark, index) => timelineEntry(String(index), unknownMoment(), { mark }));

describe('marks', () => {
  it('are on one row each, however often they are given', () => {
    const acts = fc.array(fc.tuple(fc.nat(4), anyMark), { maxLength: 12 });
    fc.assert(
      fc.property(acts, (given) => {
        let entries = marked(null, null, null, null, null);
        for (const [index, mark] of given) {
          entries = setMilestone(entries, String(index), mark);
          expect(entries[index]?.mark).toBe(mark);
          const inUse = entries.flatMap((entry) => entry.mark ?? []);
          expect(new Set(inUse).size).toBe(inUse.length);
        }
      }),
    );
  });

  it('are taken without touching those of other rows', () => {
    const entries = marked('began', 'noticed', null);
    expect(setMilestone(entries, '0', null).map(({ mark }) => mark)).toEqual([null, 'noticed', null]);
    expect(setMilestone(entries, '2', 'began').map(({ mark }) => mark)).toEqual([null, 'noticed', 'began']);
    expect(setMilestone(entries, '2', 'told')[1]).toBe(entries[1]);
  });
});

describe('a milestone', () => {
  const header = dayMoment('2026-05-01');
  const coe = (entries: ReturnType<typeof marked>) => ({
    times: { ...someCoe().times, began: header },
    sections: { timeline: { entries } },
  });

  it('is when the row that carries its mark was', () => {
    const entry = timelineEntry('a', dayMoment('2026-05-14'), { mark: 'began' });
    expect(milestone(coe([entry]), 'began')).toEqual(entry.when);
  });

  it('is what the header says when no row has the mark, or one whose time is not known', () => {
    expect(milestone(coe([]), 'began')).toBe(header);
    expect(milestone(coe(marked('began')), 'began')).toBe(header);
  });

  it('is one of five that are always there', () => {
    expect(Object.keys(milestonesOf(coe([])))).toEqual([...MILESTONE_IDS]);
    expect(milestonesOf(coe([])).resolved.precision).toBe('unknown');
  });
});

describe('phases', () => {
  it('follow from the marks', () => {
    expect(
      phasesOf(marked(null, 'began', null, 'noticed', null, 'told', null, 'mitigated', null, 'resolved', null, null)),
    ).toEqual([
      'before',
      'began',
      'began',
      'noticed',
      'responded',
      'responded',
      'responded',
      'mitigated',
      'mitigated',
      'resolved',
      'after',
      'after',
    ]);
  });

  it('begin with the first row when no row says where it began', () => {
    expect(phasesOf(marked(null, 'noticed', null))).toEqual(['began', 'noticed', 'responded']);
  });

  it('are one for each row, and never before again once it began', () => {
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 10 }), (marks) => {
        const phases = phasesOf(marked(...marks));
        expect(phases.length).toBe(marks.length);
        const began = marks.indexOf('began');
        phases.forEach((phase, index) => {
          const mark = marks[index];
          if (mark !== null && mark !== 'told') expect(phase).toBe(mark);
          if (phase === 'before') expect(index).toBeLessThan(began);
        });
      }),
    );
  });
});
