import fc from 'fast-check';
import { expect, it } from 'vitest';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { withoutEmptyRows } from '#domain/coe/empty-rows.ts';
import { unreadMoment } from '#domain/time/moment.ts';
import { arbitraryCoe } from '#test/support/arbitrary-coe.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

/** A COE with the given sections, complete as a file is when it is read. */
const coeWith = (sections: object): Coe => coeSchema.parse({ ...someCoe(), sections });

it('leaves out rows of every list in which nothing is written', () => {
  const rows = [{ id: 'empty' }];
  const { sections } = withoutEmptyRows(
    coeWith({
      customerImpact: { groups: rows },
      impact: { costs: rows, feelings: rows },
      timeline: { entries: rows },
      mitigated: { steps: rows },
      whys: { happened: rows, unnoticed: [{ id: 'why', text: 'Because', whys: rows }] },
      cause: { conditions: rows, safeguards: rows },
      learned: { lessons: rows, wentWell: rows, wentBadly: rows, lucky: rows, surprisedBy: rows },
      actions: { items: rows },
    }),
  );
  expect(JSON.stringify(sections)).not.toContain('"empty"');
  expect(sections.whys.unnoticed).toMatchObject([{ id: 'why', whys: [] }]);
});

it('keeps a row with anything in it', () => {
  const entries = [
    timelineEntry('words', unreadMoment('after lunch'), { what: '' }),
    timelineEntry('mark', undefined, { what: '', mark: 'began' }),
    { ...timelineEntry('newer', undefined, { what: '' }), fromANewerVersion: 'x' },
  ];
  const coe = coeWith({
    timeline: { entries },
    whys: { happened: [{ id: 'answered' }] },
    actions: { items: [{ id: 'action', causeId: 'answered' }] },
  });
  expect(withoutEmptyRows(coe)).toBe(coe);
});

it('changes nothing in a COE without empty rows', () => {
  const full = coeFullOf(['one', 'two'], 1);
  expect(withoutEmptyRows(full)).toBe(full);
  fc.assert(
    fc.property(arbitraryCoe, (coe) => {
      const once = withoutEmptyRows(coe);
      expect(withoutEmptyRows(once)).toBe(once);
    }),
  );
});

it('looks at a written row once', () => {
  let looks = 0;
  const row = {
    ...timelineEntry('row', unreadMoment('')),
    get what() {
      looks += 1;
      return 'The pager rang';
    },
  };
  const coe = someCoe();
  const full = { ...coe, sections: { ...coe.sections, timeline: { ...coe.sections.timeline, entries: [row] } } };
  expect(withoutEmptyRows(full)).toBe(full);
  expect(withoutEmptyRows({ ...full, title: 'Another' }).title).toBe('Another');
  expect(looks).toBe(1);
});
