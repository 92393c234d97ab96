import { expect, test } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { extractFeatures } from '#domain/similar/features.ts';
import { mostSimilar, type SimilarityMatch } from '#domain/similar/most-similar.ts';
import { tellingTickets, type Tickets, ticketsOf } from '#domain/similar/tickets.ts';

import { coeOf } from '../../../fixtures/similar/coe-of.ts';
import { libraryCounts } from '../../../support/library-counts.ts';
import { testId } from '../../../support/test-ids.ts';

const TRACKER = 'https://tracker.example/team/app/issues';

const outage = (number: number, title: string, cause: string): Coe =>
  coeOf({ kind: 'outage', title, happened: '2024-01-01', cause }, testId(number));

test('tickets are found by address and by id; other pages, bare numbers, standards and dates are none', () => {
  const cause = [
    `We opened [the ticket](${TRACKER}/365#issuecomment-12) and <HTTP://www.Tracker.example/team/app/pull/7/files?w=1>.`,
    'OPS-1204 was still open. So was https://jira.example/browse/PAY-31.',
    'The chat is at https://chat.example/team/app, the chart at https://charts.example/d/k3Xp9a/queue.',
    'See #365. It signs with SHA-256 and follows ISO-8601 since v1-200.',
    'MAY-2024 was the plan, then Q3-2024. At 02:00 UTC-0300 it answered HTTP-404.',
  ].join('\n\n');
  expect([...ticketsOf(outage(1, 'A', cause)).keys()].toSorted()).toEqual([
    'OPS-1204',
    'jira.example/browse/pay-31',
    'tracker.example/team/app/issues/365',
    'tracker.example/team/app/pull/7',
  ]);
});

test('a ticket to which many refer, or only one, tells nothing', () => {
  const refersTo = (...tickets: string[]): { tickets: Tickets } => ({
    tickets: new Map(tickets.map((ticket) => [ticket, { isCited: true }])),
  });
  const compared = [refersTo('A-100', 'B-100'), refersTo('A-100', 'C-100'), ...Array(5).fill(refersTo('D-100'))];
  expect([...tellingTickets(compared)]).toEqual(['A-100']);
});

test.each([
  'We opened OPS-1204 for it.',
  'The fix is tracked in the ticket OPS-1100 and OPS-1204.',
  'It came back (OPS-1204).',
  'See post-mortem [OPS-1204][OPS-1204].',
  'OPS-1204 is still not done.',
  'The second disk waits for OPS-1204.',
])('an id is cited as a ticket in: %s', (cause) => {
  expect(ticketsOf(outage(1, 'A', cause)).get('OPS-1204')).toEqual({ isCited: true });
});

test.each([
  'We moved everybody to OPS-1204 for the day.',
  'The lift to room OPS-1204 was closed.',
  'Since release OPS-1204 the queue grows.',
  'OPS-1204 lost power, and the ticket was printed twice.',
])('an id is not cited as a ticket in: %s', (cause) => {
  expect(ticketsOf(outage(1, 'A', cause)).get('OPS-1204')).toEqual({ isCited: false });
});

test('the name of a room, a release or a machine is no ticket, and one COE that cites a ticket is enough', () => {
  const [room, again] = ['The meeting was in OPS-1204.', 'Nobody was in OPS-1204.'].map((cause, index) => ({
    tickets: ticketsOf(outage(index + 1, 'A', cause)),
  }));
  const cites = { tickets: ticketsOf(outage(3, 'B', 'We opened OPS-1204.')) };
  if (room === undefined || again === undefined) throw new Error('There are two');
  expect([...tellingTickets([room, again])]).toEqual([]);
  expect([...tellingTickets([room, cites])]).toEqual(['OPS-1204']);
});

const STALE = outage(1, 'Visitors saw an old page', `Deploys stopped quietly. Alerts are asked for in ${TRACKER}/611.`);
const OTHERS = ['A pipe burst above the server rack', 'The queue filled with duplicates', 'Two migrations hung'].map(
  (title, place) => outage(place + 2, title, `${title}, and deploys took an hour longer than usual.`),
);
const find = (cause: string): SimilarityMatch[] => {
  const one = outage(9, 'The cluster ran full', cause);
  const library = [STALE, ...OTHERS];
  return mostSimilar(extractFeatures(one), library.map(extractFeatures), libraryCounts([one, ...library]), 5);
};

test('a shared ticket brings the other COE to the top and is named as a reason, without its address', () => {
  const [best] = find(`Pods were never removed, and nobody was told: ${TRACKER}/611 was still open.`);
  expect(best?.id).toBe(STALE.id);
  expect(best?.reasons.map(({ words }) => words)).toContain('Both refer to the same ticket');
  expect(JSON.stringify(best?.reasons)).not.toMatch(/tracker|611/);
  const without = find('Pods were never removed, and nobody was told.');
  expect(JSON.stringify(without)).not.toContain('ticket');
  expect(without.find(({ id }) => id === STALE.id)?.score ?? 0).toBeLessThan(best?.score ?? 0);
});

test('a shared ticket alone, without words in common, shows nothing', () => {
  expect(find(`${TRACKER}/611`).map(({ level }) => level)).not.toContain('perhaps');
});
