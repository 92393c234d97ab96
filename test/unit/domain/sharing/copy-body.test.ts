import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { LABEL_IDS, morePrivate } from '#domain/coe/audience.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { labelOf } from '#domain/coe/label-of.ts';
import { coeOfCopy } from '#domain/sharing/coe-of-copy.ts';
import { copyBody } from '#domain/sharing/copy-body.ts';
import { minuteMoment, unreadMoment } from '#domain/time/moment.ts';
import { arbitraryCoe } from '#test/support/arbitrary-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

import { someBody, someChoice } from '../../main/sharing/share-fixtures.ts';

const coeWith = (sections: object, changes: object = {}): Coe =>
  coeSchema.parse({ ...someCoe(), ...changes, sections });

describe('the body of a copy', () => {
  it('counts what is left out', () => {
    const coe = coeWith(
      {
        impact: { prose: 'It cost a day.', costs: [{ id: 'a', what: 'A day' }] },
        actions: {
          items: [
            { id: 'b', text: 'Test it' },
            { id: 'c', text: 'Hidden' },
          ],
        },
        context: { stateWords: 'tired' },
      },
      { tags: ['checkout'], audiences: { 'sections.impact': 'me', 'sections.actions.items/c': 'me' } },
    );
    const { coe: copied, left } = someBody(coe);
    expect(left).toEqual({ sections: ['impact'], rows: 1, fields: 2, names: 0, attachments: 0 });
    expect(copied['sections']).toMatchObject({ actions: { items: [{ id: 'h-b', text: 'Test it' }] } });
    expect(copied).not.toHaveProperty('tags');
  });

  it('names the cause of an action by its new id, and only if that goes along', () => {
    const sections = {
      cause: { conditions: [{ id: 'k', note: 'Known' }] },
      actions: { items: [{ id: 'b', text: 'Test it', causeId: 'k' }] },
    };
    const items = (coe: Coe): unknown =>
      (someBody(coe).coe['sections'] as { actions: { items: unknown } }).actions.items;
    expect(items(coeWith(sections))).toMatchObject([{ causeId: 'h-k' }]);
    const hidden = coeWith(sections, { audiences: { 'sections.cause.conditions/k': 'me' } });
    expect(items(hidden)).not.toHaveProperty('0.causeId');
  });

  it('has the words for a date of an action, but none that are hidden by the date', () => {
    const words = { dueWords: 'after the holidays', checkDateWords: 'when Tom is back' };
    const copied = (dates: object): string => {
      const { coe, left } = someBody(
        coeWith({ actions: { items: [{ id: 'b', text: 'Test it', ...words, ...dates }] } }),
      );
      expect(left.fields).toBe(0);
      return JSON.stringify(coe);
    };
    expect(copied({})).toMatch(/after the holidays.*when Tom is back/);
    const dated = copied({ due: '2026-06-05', checkDate: '2026-07-05' });
    expect(dated).toMatch(/2026-06-05.*2026-07-05/);
    expect(dated).not.toMatch(/holidays|Tom/);
  });

  it('has times as days, in the order in which they were, or counted from when it began', () => {
    const at = (time: string) => minuteMoment(`2026-05-14T${time}`, 'Europe/Berlin');
    const coe = coeWith(
      {
        timeline: {
          entries: [
            timelineEntry('late', at('10:17'), { what: 'Mended' }),
            timelineEntry('early', at('09:02'), { what: 'Broke', mark: 'began' }),
          ],
        },
        noticed: { earliest: unreadMoment('at 9:30 or so') },
        actions: { items: [{ id: 'a', text: 'x', status: 'done', doneOn: '2026-05-14', due: '2026-06-30' }] },
      },
      { happened: at('09:02') },
    );
    const day = JSON.stringify(someBody(coe));
    expect(day).not.toMatch(/10:17|09:02|9:30|Berlin|\+02/);
    expect(day.indexOf('Broke')).toBeLessThan(day.indexOf('Mended'));
    expect(day).toContain('2026-05-14');
    const relative = JSON.stringify(someBody(coe, { times: 'since-began' }));
    expect(relative).not.toMatch(/2026-05-14|10:17|9:30/);
    expect(relative).toContain('75 minutes after it began');
    expect(relative).toContain('2026-06-30');
    expect(JSON.stringify(someBody(coe, { times: 'exact' }))).toMatch(/10:17.*9:30/s);
  });

  it('shows a picture only if it is labelled, under a name that says nothing of its content', () => {
    const name = `${'ab'.repeat(32)}.png`;
    const copy = `${'cd'.repeat(32)}.png`;
    const prose = `Look: ![Anna at the board](attachments/${name} "photo") and [notes](attachments/${'ef'.repeat(32)}.pdf).`;
    const attachments = new Map([[name, { name: copy, base64: 'AAAA' }]]);
    const coe = coeWith({ context: { prose } });
    const hidden = someBody(coe, { attachments });
    expect(hidden.coe['sections']).toMatchObject({
      context: { prose: 'Look: (picture left out) and (file left out).' },
    });
    expect(hidden).toMatchObject({ attachments: [], left: { attachments: 2 } });
    const shown = someBody({ ...coe, audiences: { attachments: 'coaching' } }, { attachments });
    expect(JSON.stringify(shown.coe)).toContain(`![Anna at the board](attachments/${copy})`);
    expect(JSON.stringify(shown)).not.toContain(name);
    expect(shown.attachments).toEqual([{ name: copy, base64: 'AAAA' }]);
  });

  it('of a personal COE has nothing until the writer says so', () => {
    const coe = coeWith(
      { context: { prose: 'I was late.' } },
      { kind: 'missed-event', title: 'Late', summary: 'Again' },
    );
    expect(someBody(coe).coe).toEqual({ sections: {} });
    const opened = { ...coe, audiences: { title: 'coaching', 'sections.context': 'coaching' } } as Coe;
    expect(someBody(opened).coe).toMatchObject({ title: 'Late', sections: { context: { prose: 'I was late.' } } });
  });

  it('of any COE reads back as a COE with the same content', () => {
    fc.assert(
      fc.property(arbitraryCoe, (coe) => {
        const body = copyBody({ ...coe, kind: 'outage' }, someChoice({ times: 'exact', hideId: (id) => id }));
        const read = coeOfCopy(body, testId(3));
        expect(read).not.toBeNull();
        if (read === null) return;
        const again = copyBody(
          { ...read, audiences: coe.audiences },
          someChoice({ times: 'exact', hideId: (id) => id }),
        );
        expect(JSON.stringify(again.coe)).toContain(JSON.stringify(body.coe['title'] ?? '').slice(1, -1));
      }),
      { numRuns: 30 },
    );
  });

  const LABELLED = [
    'title',
    'happened',
    'tags',
    'sections.context.prose',
    'sections.impact',
    'sections.impact.feelings',
    'sections.timeline.entries/row-0',
    'sections.actions.items',
    'sections.actions.items/row-1',
    'sections.actions.items/row-0.owner',
    'sections.learned.wentWell/row-0',
  ];

  it('loses only what is made more private when a label changes', () => {
    const labels = fc.dictionary(fc.constantFrom(...LABELLED), fc.constantFrom(...LABEL_IDS));
    fc.assert(
      fc.property(
        arbitraryCoe,
        labels,
        fc.constantFrom(...LABELLED),
        fc.boolean(),
        (any, audiences, part, isOutage) => {
          const coe: Coe = { ...any, kind: isOutage ? 'outage' : 'other-mistake', audiences };
          const closed: Coe = { ...coe, audiences: { ...audiences, [part]: morePrivate(labelOf(coe, part), 'me') } };
          const choice = someChoice({ times: 'exact', hideId: (id) => id });
          const [before, after] = [leavesOf(copyBody(coe, choice).coe), leavesOf(copyBody(closed, choice).coe)];
          for (const [path, value] of after) expect(before.get(path)).toEqual(value);
          const row = /\/(row-\d)/.exec(part)?.[0];
          const section = part.split('.').slice(0, 2).join('.');
          for (const path of before.keys()) {
            if (after.has(path) || path.endsWith('.causeId')) continue;
            // The label of a row holds in every list of its section.
            const isIn = path.startsWith(part) || (row !== undefined && path.startsWith(section) && path.includes(row));
            expect(isIn, `${path} is not in ${part}`).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** The values in a copy by their paths, rows by their ids. */
function leavesOf(value: unknown, path = ''): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  const visit = (part: unknown, at: string): void => {
    if (Array.isArray(part) && part.some((item) => typeof item === 'object')) {
      for (const row of part as { id: string }[]) visit(row, `${at}/${row.id}`);
    } else if (typeof part === 'object' && part !== null && !Array.isArray(part) && !('precision' in part)) {
      for (const [key, inner] of Object.entries(part)) visit(inner, at === '' ? key : `${at}.${key}`);
    } else leaves.set(at, part);
  };
  visit(value, path);
  return leaves;
}
