import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { minuteMoment } from '#domain/time/moment.ts';

import { someCoe } from './some-coe.ts';

const LOG = `2026-05-14T08:04:11.318Z ERROR payments-worker-7f9c8d6b5-x2k4q [checkout] connection to postgres://payments-primary.internal.example.com:5432/payments failed: remaining connection slots are reserved for non-replication superuser connections (SQLSTATE 53300), attempt 17 of 20`;

const paragraph = (about: string): string =>
  `The ${about} had been in place for almost three years, and nobody on the current team had set it up. It was documented in a page of the old wiki that was moved twice, so the link in the runbook led to the page about the staging system. **What we believed** and what was true had drifted apart: the limit was thought to be per service, but it was shared by all of them. See https://wiki.example.com/platform/databases/payments/connection-limits?version=41&section=history for the history, and [the dashboard](https://grafana.example.com/d/abc123/payments-overview) for the figures.`;

const CONTEXT = `## The system

${paragraph('connection pool')}

${paragraph('failover of the primary')}

- The checkout talks to **payments**, which keeps its state in one PostgreSQL cluster.
- Every pod opens its own pool of connections:
  - 20 for requests,
  - 5 for background work.
- Deployments run on weekdays only, from 9:00 to 16:00.

### Its limits

| Component | Limit | In use on the day | Who can change it |
|---|---:|---:|---|
| PostgreSQL, primary | 500 | 500 | Platform |
| PostgreSQL, replicas | 500 | 212 | Platform |
| payments | 25 per pod | 25 per pod | Checkout |
| reconciliation_batch_settlement_worker_configuration | 120 | 118 | Finance engineering |

> "We always roll back first and think later." The runbook said so, and this time the rollback doubled the number of pods.

1. The new pods started before the old ones had stopped.
2. Both held their connections.
3. Nobody could log in to the database to look.

\`\`\`
${LOG}
kubectl -n payments rollout undo deployment/payments-worker --to-revision=41
\`\`\`
`;

const EVENTS: readonly (readonly [time: string, what: string, evidence: string])[] = [
  ['07:58', 'The release of payments 4.18 starts. It changes how receipts are numbered.', 'Release log'],
  [
    '08:04',
    'The first errors: new pods cannot open connections.',
    'https://grafana.example.com/d/abc123/payments-overview?from=1778745600000&to=1778753600000',
  ],
  ['08:07', 'Checkout shows “Something went wrong” to about one customer in five.', 'Support ticket 48213'],
  ['08:12', 'The alert on the error rate pages Anna, who is on call for the first time this month.', 'Alert 9981'],
  [
    '08:15',
    'Anna opens the dashboard and sees the release. She decides to roll back, as the runbook says.',
    'Chat, #incidents',
  ],
  ['08:19', 'The rollback starts 40 new pods before it stops the old ones. All connections are in use now.', LOG],
  ['08:24', 'Nobody can log in to the database any more, not even the platform team.', ''],
  ['08:31', 'The incident is declared. Ben takes over the communication with support.', 'Status page'],
  ['08:40', 'The platform team finds the reserved connections for superusers and uses one of them.', 'Session log'],
  [
    '08:52',
    'Idle connections of the settlement worker are closed. The error rate falls to 3 %.',
    'Graph of connections',
  ],
  ['09:10', 'The settlement worker opens them again within minutes. Errors are back at 20 %.', 'Graph of connections'],
  ['09:26', 'The worker is stopped after a call with finance: settlement can wait until noon.', 'Call notes'],
  ['09:31', 'Errors stop.', 'Graph of errors'],
  ['11:45', 'The settlement worker is started again with a limit of 30 connections.', 'Change 7741'],
  ['12:20', 'Settlement has caught up. The incident is closed.', 'Status page'],
];

const MARKS: Readonly<Record<string, string>> = {
  '08:04': 'began',
  '08:12': 'noticed',
  '08:31': 'told',
  '09:31': 'mitigated',
  '12:20': 'resolved',
};

/** An outage that fills about twelve pages: long prose, wide code, long addresses, and a long timeline and plan. */
export function longOutage(): Coe {
  const base = someCoe({}, 7);
  const at = (time: string) => minuteMoment(`2026-05-14T${time}`, 'Europe/Berlin');
  return coeSchema.parse({
    ...base,
    title: 'Checkout failed for one customer in five because a rollback used up all database connections',
    summary:
      'For 87 minutes, one in five customers could not pay. A routine release was rolled back by the book, and the rollback started more pods than the database had connections for.',
    happened: at('08:04'),
    severity: 2,
    status: 'reviewed',
    lifeArea: 'Payments',
    author: 'Anna Berg',
    coach: 'Ben Ito',
    tags: ['database', 'release', 'connections'],
    sections: {
      context: {
        prose: CONTEXT,
        expected: 'A release of a small change, with nobody noticing.',
        different: 'Two workers had been added the week before, each with its own pool.',
      },
      customerImpact: {
        prose: ['message on the checkout page', 'text for support'].map(paragraph).join('\n\n'),
        groups: [
          {
            id: 'a',
            who: 'Customers who paid by card',
            howMany: '11,400',
            affected: 'Could not finish their order; about 40 % came back later that day.',
            level: 2,
            told: true,
            putRight: true,
          },
          { id: 'b', who: 'Sellers', howMany: '310', affected: 'Were paid out four hours late.', level: 1, told: true },
          {
            id: 'c',
            who: 'Support',
            howMany: '9 people',
            affected: 'Answered 620 messages without knowing what to say for the first half hour.',
            level: 1,
          },
        ],
      },
      impact: {
        prose: ['reporting of lost orders', 'promise to sellers', 'budget for outages'].map(paragraph).join('\n\n'),
        costs: [
          {
            id: 'a',
            area: 'money',
            what: 'Orders that were not placed later',
            amount: 'about 48,000',
            unit: 'EUR',
            estimate: true,
          },
          { id: 'b', area: 'time', what: 'Work during and after the incident', amount: '61', unit: 'hours' },
          { id: 'c', area: 'trust', what: 'Two large sellers asked for a meeting', amount: '2', unit: 'sellers' },
        ],
      },
      timeline: {
        prose: '',
        entries: [
          ...EVENTS,
          ...EVENTS.map(([time, what, evidence]) => [time, `Seen from the platform team: ${what}`, evidence] as const),
        ].map(([time, what, evidence], index) => ({
          id: `e${index}`,
          when: at(time),
          what,
          evidence,
          mark: index < EVENTS.length ? (MARKS[time] ?? null) : null,
          knewThen:
            index % 4 === 3
              ? 'It looked like the release, because the release was the only change anyone knew of.'
              : '',
          effect: index % 5 === 4 ? 'harmed' : null,
        })),
      },
      noticed: {
        prose: ['alert on the error rate', 'list of alerts'].map(paragraph).join('\n\n'),
        by: 'monitor',
        channel: 'A page to the phone of the person on call',
        signal: 'not-seen',
        earliest: at('08:05'),
        halve: 'An alert on the share of connections in use, at 80 %.',
      },
      mitigated: {
        prose: `${paragraph('way to stop the settlement worker')}\n\n${paragraph('reserved connections')}`,
        steps: [
          { id: 'a', text: 'Rolled back the release, which made it worse.' },
          { id: 'b', text: 'Closed idle connections, which helped for a quarter of an hour.' },
          { id: 'c', text: 'Stopped the settlement worker, which ended the errors.' },
        ],
        lasting: 'temporary',
        helpers: 'Finance, who agreed within four minutes to settle later',
        knewItWorked: 'No errors for ten minutes at full load',
        halve: 'A list of workers that may be stopped without asking.',
      },
      cause: {
        prose: `${paragraph('limit of 500 connections')}\n\n${paragraph('rollout settings')}`,
        trigger: 'change-mine',
        triggerNote: 'The rollback of payments 4.18',
        errorKind: 'wrong-rule',
        conditions: [
          {
            id: 'c1',
            condition: 'assumption',
            control: 'mine',
            knownBefore: false,
            note: 'Everyone believed that the limit of connections was per service.',
          },
          {
            id: 'c2',
            condition: 'process-missing',
            control: 'influence',
            knownBefore: true,
            note: 'No agreed way to find out how many connections a new worker may open.',
          },
          {
            id: 'c3',
            condition: 'monitoring-feedback',
            control: 'mine',
            knownBefore: true,
            note: 'The graph of connections had no alert.',
          },
        ],
        safeguards: [
          { id: 's1', text: 'Reserved connections for superusers', purpose: 'recover', state: 'held' },
          { id: 's2', text: 'Staged release with a pause after the first pod', purpose: 'contain', state: 'bypassed' },
          { id: 's3', text: 'Alert on connections in use', purpose: 'notice', state: 'missing' },
        ],
      },
      whys: {
        prose: '',
        happened: [
          {
            id: 'w1',
            text: 'The database had no free connections.',
            evidence: 'SQLSTATE 53300 in every log',
            whys: [
              {
                id: 'w2',
                text: 'The rollback started 40 pods before it stopped the 40 old ones.',
                whys: [
                  {
                    id: 'w3',
                    text: 'The settings of the rollout allow twice the number of pods.',
                    whys: [
                      {
                        id: 'w4',
                        text: 'They were copied from a service without a database.',
                        evidence:
                          'https://git.example.com/platform/templates/commit/4f1c2a9be7d34c0f8a1e5b6d7c8f9a0b1c2d3e4f',
                        control: 'mine',
                        mark: 'root-cause',
                      },
                    ],
                  },
                ],
              },
              {
                id: 'w5',
                text: 'Two new workers used 236 connections.',
                whys: [
                  {
                    id: 'w6',
                    text: 'Nobody counts connections when a worker is added.',
                    control: 'influence',
                    mark: 'root-cause',
                  },
                ],
              },
            ],
          },
        ],
        unnoticed: [
          {
            id: 'u1',
            text: 'The graph had no alert.',
            whys: [{ id: 'u2', text: 'It was made for a migration and never finished.', mark: 'unknown' }],
          },
        ],
      },
      learned: {
        prose: ['habit of rolling back first', 'pace of releases', 'review of templates'].map(paragraph).join('\n\n'),
        lessons: [
          {
            id: 'a',
            rule: 'A rollback is a release: it needs the same room and the same care.',
            elsewhere: 'Every service with its own pool of connections',
          },
          {
            id: 'b',
            rule: 'A limit that is shared needs one owner who can say no.',
            elsewhere: 'Queues, file handles, budgets',
          },
        ],
        wentWell: [
          { id: 'a', text: 'Finance was reachable and decided at once.' },
          { id: 'b', text: 'The status page was honest from the first line.' },
        ],
        wentBadly: [{ id: 'a', text: 'Support heard of it from customers.' }],
        lucky: [{ id: 'a', text: 'It was not the last day of the month.' }],
        surprisedBy: [{ id: 'a', text: 'That the reserved connections exist at all.' }],
        shouldHear: 'All teams that own a worker on the payments cluster',
      },
      actions: {
        prose: '',
        items: [
          {
            id: 'a1',
            text: 'Set the rollout of all services with a database to start no more pods than they stop.',
            owner: 'Anna Berg',
            due: '2026-06-12',
            doneWhen: 'The template is changed and 14 services are released with it.',
            purpose: 'prevent',
            strength: 'strong',
            priority: 'high',
            causeId: 'w4',
            status: 'done',
            doneOn: '2026-06-10',
            checkDate: '2026-09-10',
            checkQuestion: 'Has any rollback used more connections than before it?',
            checkHow: 'The graph of connections',
            checks: [
              { id: 'k', on: '2026-09-10', result: 'held', chances: 6, note: 'Six rollbacks, none above 60 %.' },
            ],
            result: 'held',
            chances: 6,
          },
          {
            id: 'a2',
            text: 'Alert the owner of the cluster at 80 % of connections.',
            owner: 'Platform',
            due: '2026-05-29',
            doneWhen: 'The alert has fired once in a test.',
            purpose: 'notice-sooner',
            strength: 'medium',
            status: 'done',
            doneOn: '2026-05-28',
          },
          {
            id: 'a3',
            text: 'Give every worker a fixed share of the connections, enforced by the pooler.',
            owner: 'Chidinma Okonkwo-Featherstonehaugh',
            due: '2026-08-31',
            doneWhen: 'The pooler refuses the connection above the share.',
            purpose: 'prevent',
            strength: 'strong',
            causeId: 'w6',
          },
          {
            id: 'a4',
            text: 'Write down which workers may be stopped without asking.',
            owner: 'Finance engineering',
            due: '2026-06-05',
            doneWhen: 'The list is in the runbook, with names.',
            purpose: 'soften',
            strength: 'weak',
            status: 'declined',
            declinedReason: 'Replaced by the shares of the pooler, which make the list unnecessary.',
          },
        ],
        premortem:
          'A new worker is added by a team that does not know the pooler, with the old template. The share per worker would have stopped it.',
      },
    },
  });
}
