import { dayMoment } from '#domain/time/moment.ts';

import { at, event, exampleCoe, INVENTED_LINE, prose, why } from './example-coe.ts';

/** An outage with loss of data, begun by the writer's own hand and told without making it about that hand. */
export const BULK_DELETE = exampleCoe({
  id: '01KPXABHY0DE1ETE0000000001',
  kind: 'outage',
  title: 'A clean-up script removed live appointments',
  happened: dayMoment('2026-04-22'),
  summary:
    'A script meant for the test copy ran on production and removed 6,214 future appointments of 58 clinics. We brought back all but 91 in about five hours. The two terminals looked alike, one account could delete in both, and the script had no way of being run “for show”.',
  severity: 3,
  status: 'ready',
  depth: 'full',
  lifeArea: 'Bookings',
  tags: ['lantern', 'scripts', 'data'],
  coach: 'Imani',
  visibility: 'coaching',
  links: [
    {
      type: 'related',
      coeId: '01JHJSTQW0CERT000000000001',
      note: 'Again a tool that reported success about the wrong thing.',
    },
  ],
  minutesWriting: 150,
  createdAt: '2026-04-23T14:02:00.000Z',
  updatedAt: '2026-09-15T16:45:00.000Z',
  sections: {
    context: {
      prose: prose(
        'Before each large test we clear the appointments out of the test copy, so that the numbers start from nothing. There is a script for it. It was written in an afternoon in 2024 and has been run some thirty times. It asks for nothing and prints “done”.',
        'On 22 April I was helping Theo with a question from a clinic, on production, in one window. In the other I was getting the test copy ready. Both have a black background and the same prompt.',
        INVENTED_LINE,
      ),
      expected: 'The test copy empty by 10:15, the load test at 10:30.',
      different:
        'I had a window open on production at the same time. Normally one does not; on that day it was the quick way to help.',
      stateThen: 3,
      stateWords: 'Fine. Interrupted twice in ten minutes.',
      confidenceThen: 5,
    },
    customerImpact: {
      prose: prose(
        'From 10:07 CDT, 58 clinics saw empty calendars: not an error, just a free day. 6,214 appointments were gone, for dates up to October. Receptionists took new bookings into slots that were taken, because the slots looked free.',
        'At 11:20 a physiotherapist in Peoria stood in her waiting room with three people who all had an appointment at 11:15. She told Theo on the phone, “I thought I was losing my mind.”',
        'We know the number from the change log, which records each row. 91 appointments could not be brought back, because a new one had been booked over them and the two could not be told apart.',
      ),
      groups: [
        {
          who: 'Clinics with appointments removed',
          howMany: '58',
          affected: 'Empty calendars, double bookings, a day of phone calls',
          level: 3,
          told: true,
          putRight: true,
        },
        {
          who: 'Patients booked over',
          howMany: '91',
          affected: 'Had to be rung up and given a new time',
          level: 2,
          told: true,
          putRight: false,
        },
        { who: 'Our support team', howMany: '4', affected: '213 calls in a day', level: 2, told: true, putRight: true },
      ],
    },
    impact: {
      prose: prose(
        'Sixty-three hours of work by nine people. Credits. The load test took place a fortnight late, which turned out to matter to nobody.',
        'What it did not touch, and might have: past appointments carry the notes on treatment. The script removes “from today”. Had it been written the other way round, we would be talking about health records.',
      ),
      costs: [
        { area: 'time', what: 'Restoring, calls, write-up', amount: '63', unit: 'hours' },
        { area: 'money', what: 'Credits to 58 clinics', amount: '11,600', unit: 'USD' },
        {
          area: 'trust',
          what: 'Clinics that now print the next day’s list each evening',
          amount: 'about 20',
          unit: 'clinics',
          estimate: true,
        },
        { area: 'opportunity', what: 'Load test postponed', amount: '14', unit: 'days' },
        { area: 'learning', what: 'First full restore by anyone on the present team', amount: '1', unit: 'restore' },
      ],
    },
    timeline: {
      prose: 'From the change log, both shell histories, and the support queue.',
      entries: [
        event(
          at('2026-04-22T09:48'),
          'Theo asks for help with a clinic’s missing phone numbers. I open a window on production, read-only as I believe; it is the shared account, which may write.',
          {
            evidence: 'Shell history',
            knewThen: 'I thought that “reader” was the default.',
            effect: 'neutral',
          },
        ),
        event(at('2026-04-22T10:02'), 'Answered Theo. I mean to close the window; a call comes in.', {
          evidence: 'Shell history; call log',
        }),
        event(
          at('2026-04-22T10:07'),
          'I run the clean-up in what I take for the test window. It prints “done” in three seconds. It usually takes forty.',
          {
            mark: 'began',
            evidence: 'Change log: 6,214 rows',
            knewThen: 'I noticed the three seconds and thought: it has been made faster.',
            effect: 'harmed',
          },
        ),
        event(
          at('2026-04-22T10:16'),
          'The row-count graph drops by a third. It has no alert; it is on a wall that faces the kitchen.',
          { evidence: 'Graph' },
        ),
        event(
          at('2026-04-22T10:24'),
          'First call to support: “Where is my Thursday?” It is handled as a browser problem: reload, sign in again.',
          {
            evidence: 'Queue, first of 213',
            knewThen: 'One clinic, one browser.',
            effect: 'harmed',
          },
        ),
        event(
          at('2026-04-22T10:33'),
          'The load test does not start: the test copy is full. I look at the two windows for what feels like a long time.',
          { mark: 'noticed', evidence: 'Memory' },
        ),
        event(
          at('2026-04-22T10:35'),
          'I write in the main channel: “I have deleted appointments on production, by mistake, at 10:07. I need help. Nobody restore anything yet.”',
          {
            mark: 'told',
            evidence: 'Channel',
            effect: 'helped',
          },
        ),
        event(
          at('2026-04-22T10:41'),
          'Imani takes the lead and takes the keyboard away from me, kindly. I read things out.',
          { effect: 'helped', evidence: 'Channel' },
        ),
        event(
          at('2026-04-22T10:52'),
          'Booking is set to read-only for the 58 clinics, so that nothing more is booked over.',
          { effect: 'helped', evidence: 'Change log' },
        ),
        event(
          at('2026-04-22T11:05'),
          'We begin to restore last night’s backup to the side. Two of us expect an hour.',
          { evidence: 'Channel' },
        ),
        event(at('2026-04-22T11:18'), 'Theo asks whether the change log could be played backwards instead. It could.', {
          effect: 'helped',
          evidence: 'Channel',
        }),
        event(
          at('2026-04-22T11:31'),
          'Trial on one clinic: all 104 appointments return. The physiotherapist in Peoria confirms by phone.',
          { effect: 'helped' },
        ),
        event(at('2026-04-22T11:44'), 'We begin with the clinics that have the fullest afternoons.', {
          evidence: 'Change log',
          effect: 'helped',
        }),
        event(
          at('2026-04-22T11:58'),
          'Two appointments in one slot at a clinic in Joliet. We stop, and set such slots aside for a person to decide.',
          { evidence: 'Channel', effect: 'helped' },
        ),
        event(at('2026-04-22T12:12'), '31 of 58 clinics are back. Support rings each one as it returns.', {
          evidence: 'Queue',
          effect: 'helped',
        }),
        event(at('2026-04-22T12:26'), 'Lunch is brought in by someone from sales, unasked. Nobody has eaten.', {
          evidence: 'Memory',
          effect: 'helped',
        }),
        event(at('2026-04-22T12:40'), '44 of 58. The rest have many doubled slots and go one by one.', {
          evidence: 'Channel',
        }),
        event(at('2026-04-22T15:10'), 'The last clinic is back: 6,123 of 6,214.', {
          mark: 'mitigated',
          evidence: 'Count by clinic',
          effect: 'helped',
        }),
        event(dayMoment('2026-04-29'), 'The last of the 91 patients has a new time.', {
          mark: 'resolved',
          evidence: 'List kept by support',
        }),
      ],
    },
    noticed: {
      prose: prose(
        'I noticed, twenty-six minutes later, because something *else* did not work. Had the load test not needed an empty copy, a clinic would have told us, and we would have taken it for a browser.',
        'There were two signals before. Three seconds instead of forty: I saw it and made up a reason. And the graph by the kitchen, which nobody was looking at.',
      ),
      by: 'me',
      channel: 'The test that would not start',
      signal: 'not-seen',
      earliest: at('2026-04-22T10:16'),
      halve: 'An alert on appointments per minute removed. It would have spoken at 10:08.',
    },
    mitigated: {
      prose: prose(
        'Saying it plainly and early was worth more than anything done with the database. Two minutes after I knew, nine people knew, and nobody made it worse by being quick.',
        'There is a gap between 12:40 and 15:10 in the timeline. It was fourteen clinics, one slot at a time, and none of us wrote anything down.',
      ),
      steps: [
        { text: 'Told everyone, with the time and the words “nobody restore anything yet”' },
        { text: 'Read-only for the 58 clinics: stopped the double bookings' },
        { text: 'Backup to the side: would have taken seven hours, and was dropped' },
        { text: 'Change log played backwards, one clinic first, then all' },
        { text: 'Support rang 91 patients together with the clinics' },
      ],
      lasting: 'lasting',
      helpers: 'Imani, who led. Theo, whose question saved about four hours. Four people in support.',
      knewItWorked: 'Counts by clinic before and after, and a phone call to Peoria.',
      halve: 'Having played the log backwards once before, on a quiet day.',
    },
    cause: {
      prose: prose(
        'I ran the right command in the wrong window. That is the trigger, and I could stop there, and the next person would do the same thing in a year.',
        'It took four things for one window to matter. Test and production look the same. The shared account may delete in both. The script does its work without saying what it is about to do. And a person who reads production in order to help a colleague does so with a right to write.',
        'The first of these had been on a list since a near miss in 2024.',
      ),
      trigger: 'change-mine',
      triggerNote: 'Ran the clean-up script in the production window.',
      errorKind: 'slip',
      conditions: [
        {
          id: 'look-alike',
          condition: 'tool-design',
          control: 'mine',
          knownBefore: true,
          note: 'Test and production cannot be told apart at a glance.',
        },
        {
          id: 'no-dry-run',
          condition: 'change-control-testing',
          control: 'mine',
          knownBefore: false,
          note: 'No dry run, no question, no second person.',
        },
        {
          id: 'reader-default',
          condition: 'assumption',
          control: 'mine',
          knownBefore: false,
          note: 'Everyone asked believed the shared account to be a reader.',
        },
        {
          id: 'list-2024',
          condition: 'known-not-fixed',
          control: 'influence',
          knownBefore: true,
          note: 'A near miss in 2024, noted and not done.',
        },
        {
          id: 'browser-trouble',
          condition: 'communication-handoff',
          control: 'influence',
          knownBefore: false,
          note: 'Six calls to support before anyone thought to ask engineering.',
        },
        {
          condition: 'attention-memory',
          control: 'mine',
          knownBefore: true,
          note: 'Interrupted twice in ten minutes.',
        },
      ],
      safeguards: [
        { text: 'Separate accounts for reading and writing', purpose: 'prevent', state: 'missing' },
        { text: 'Row-count graph', purpose: 'notice', state: 'weak' },
        { text: 'Review of scripts', purpose: 'prevent', state: 'bypassed' },
        { text: 'The change log, kept for thirty days', purpose: 'recover', state: 'held' },
        { text: 'The nightly backup', purpose: 'recover', state: 'weak' },
      ],
    },
    whys: {
      prose: 'Imani asked. Twice she said, “That one ends in you; go up a step.”',
      happened: [
        why('6,214 appointments were removed', { evidence: 'Change log' }, [
          why('The script ran on production', { evidence: 'Shell history' }, [
            why('The production window looked like the test window', { control: 'mine' }, [
              why('Nobody owns how our terminals look, so a known idea stayed an idea', {
                id: 'nobody-owns',
                control: 'influence',
                mark: 'root-cause',
                evidence: 'Note of June 2024',
              }),
            ]),
            why('A window on production was open at all', {}, [
              why('Helping a colleague means reading the live data, with no other way to do so', {
                id: 'no-reader',
                control: 'mine',
                mark: 'root-cause',
              }),
            ]),
          ]),
          why('Production let it', {}, [
            why('The shared account may delete everywhere', {
              id: 'shared-account',
              control: 'mine',
              mark: 'root-cause',
              evidence: 'Rights, 2021',
            }),
            why('The script removes first and counts afterwards', {
              id: 'counts-after',
              control: 'mine',
              mark: 'root-cause',
            }),
          ]),
        ]),
      ],
      unnoticed: [
        why('Nobody knew for twenty-six minutes', {}, [
          why('We alert on errors, and an empty calendar is not an error', {
            id: 'empty-is-fine',
            control: 'mine',
            mark: 'root-cause',
          }),
          why('Support has no way to see that six calls are one trouble', {
            id: 'six-calls',
            control: 'influence',
            mark: 'root-cause',
            evidence: 'Queue',
          }),
        ]),
      ],
    },
    learned: {
      prose: prose(
        'The people who know this system best were sure of two things that are not so: that the shared account only reads, and that a restore takes an hour.',
        'I was afraid of the message at 10:35 for about ninety seconds. It was the best thing I did in April.',
      ),
      lessons: [
        {
          rule: 'When something finishes much faster than usual, stop and ask what it did not do, or did elsewhere.',
          elsewhere: 'Backups that take no time. A child who has “already tidied up”.',
        },
        { rule: 'A right to delete is for the minute it is needed.', elsewhere: 'Shared drives, bank cards.' },
        { rule: 'Things that must not be confused must not look alike.', elsewhere: 'Medicine bottles.' },
      ],
      wentWell: [
        { text: 'Told within two minutes, with the time' },
        { text: 'One clinic first' },
        { text: 'Nobody asked who' },
      ],
      wentBadly: [{ text: 'Two and a half hours without a line in the channel' }],
      lucky: [
        { text: '“From today”, and not “until today”' },
        { text: 'The change log had been kept for thirty days since March; before that, for two' },
      ],
      surprisedBy: [{ text: 'An empty calendar looks like good news' }],
      shouldHear: 'Anyone with a script in their home folder.',
      value: '',
    },
    actions: {
      prose:
        'Agreed among us on 30 April. Two are done; one is late, and I have said so. The colleagues in Leipzig, who were not there, still have to tell us whether they can follow this.',
      items: [
        {
          text: 'Take the right to delete from the shared account; grant it for an hour, to a name, on request',
          purpose: 'prevent',
          strength: 'strong',
          owner: 'Imani',
          due: '2026-05-15',
          priority: 'high',
          doneWhen: 'A delete with the shared account is refused in production',
          causeId: 'shared-account',
          status: 'done',
          doneOn: '2026-05-12',
          checkDate: '2026-09-15',
          checkQuestion: 'How often was the right asked for, and was it given back each time?',
          result: 'held',
          chances: 7,
          checks: [{ on: '2026-09-15', result: 'held', chances: 7 }],
        },
        {
          text: 'Make the script say what it would remove, and where, and wait for the name of the place to be typed',
          purpose: 'prevent',
          strength: 'strong',
          owner: 'Alex',
          due: '2026-05-08',
          priority: 'high',
          doneWhen: 'Run without the name it removes nothing',
          causeId: 'counts-after',
          status: 'done',
          doneOn: '2026-05-06',
          checkDate: '2026-11-06',
          checkQuestion: 'Has it ever refused, and was it right?',
          result: 'not-yet-tested',
          chances: 0,
          checks: [{ on: '2026-08-15', result: 'not-yet-tested', chances: 0 }],
        },
        {
          text: 'Alert when more than fifty future appointments are removed in a minute',
          purpose: 'notice-sooner',
          strength: 'medium',
          owner: 'Theo',
          due: '2026-06-30',
          priority: 'normal',
          doneWhen: 'A removal of sixty on the test copy pages within two minutes',
          causeId: 'empty-is-fine',
          status: 'open',
          checkDate: '2026-12-15',
          checkQuestion: 'Who told us of the last wrong removal?',
        },
        {
          text: 'Play the change log backwards once a quarter, on the test copy, with a stopwatch',
          purpose: 'soften',
          strength: 'medium',
          owner: 'Alex',
          due: '2026-10-31',
          priority: 'normal',
          doneWhen: 'Two people have each done it alone',
          status: 'open',
          checkDate: '2027-01-31',
          checkQuestion: 'Is it under an hour?',
        },
        {
          text: 'Training on care with production for everyone',
          purpose: 'prevent',
          strength: 'weak',
          owner: 'Imani',
          status: 'declined',
          declinedReason: 'Everyone was careful. It would have cost a day and changed nothing in the above.',
        },
      ],
      premortem:
        'In October something removes appointments again. Likely story: not a person but a job, running under its own account, which has kept the right to delete. We have not looked at those. That is a sixth action, and I have to find its owner.',
    },
  },
});
