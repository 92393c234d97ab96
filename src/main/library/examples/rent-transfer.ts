import { dayMoment } from '#domain/time/moment.ts';

import { at, event, exampleCoe, INVENTED_LINE, prose } from './example-coe.ts';

/** An unfinished draft of the quick sort, as any library has one. */
export const RENT_TRANSFER = exampleCoe({
  id: '01M3Y8AXE0RENT000000000001',
  kind: 'other-mistake',
  title: 'October rent went to the old account',
  happened: dayMoment('2026-10-01'),
  severity: 1,
  status: 'draft',
  depth: 'quick',
  lifeArea: 'Money',
  tags: ['bank'],
  minutesWriting: 9,
  createdAt: '2026-10-02T12:10:00.000Z',
  updatedAt: '2026-10-02T12:19:00.000Z',
  sections: {
    context: { prose: prose('Written in the queue at the bank. More tonight.', INVENTED_LINE) },
    customerImpact: {
      prose:
        'Mrs. Okafor, who owns the house, wrote to ask whether everything was all right with us. She was nicer about it than I would have been.',
      groups: [
        { who: 'Mrs. Okafor', howMany: '1', affected: 'Did not have the rent on the first', level: 1, told: true },
      ],
    },
    impact: {
      prose: '',
      costs: [{ area: 'money', what: 'Rent, until it comes back', amount: '2,150', unit: 'USD' }],
      feelings: [{ word: 'foolish', onTheDay: 6 }],
    },
    timeline: {
      entries: [
        event(
          at('2026-10-01T07:50', true),
          'Pay the rent on my phone while waiting for Nora’s bus. Two payees with the same name; I take the upper one.',
          {
            mark: 'began',
            evidence: 'Bank app',
          },
        ),
        event(at('2026-10-02T11:34'), 'Mrs. Okafor writes.', { mark: 'noticed', evidence: 'Message' }),
      ],
    },
    cause: {
      trigger: 'change-others',
      triggerNote: 'She changed banks in August and told us. I added the new account and left the old one.',
      conditions: [{ condition: 'tool-design', control: 'mine', note: 'Two entries that look alike. Again.' }],
    },
  },
});
