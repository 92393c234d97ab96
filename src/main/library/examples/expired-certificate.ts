import { dayMoment, minuteMoment, type Moment } from '#domain/time/moment.ts';

import { at, event, exampleCoe, INVENTED_LINE, prose, why } from './example-coe.ts';

const inBerlin = (wallTime: string): Moment => minuteMoment(wallTime, 'Europe/Berlin');

/** An outage across two time zones, whose signals had been seen for eleven days. */
export const EXPIRED_CERTIFICATE = exampleCoe({
  id: '01JHJSTQW0CERT000000000001',
  kind: 'outage',
  title: 'Clinics could not sign in after a certificate expired',
  happened: dayMoment('2025-01-12'),
  summary:
    'The certificate for sign-in expired on a Sunday at 00:00 UTC. Forty others renew themselves; this one did not, and its warnings went to a channel that people had learned to skim. Clinics in Germany that open on Sundays could not see their bookings for almost nine hours.',
  severity: 2,
  status: 'held',
  depth: 'full',
  lifeArea: 'Sign-in',
  tags: ['lantern', 'certificates'],
  coach: 'Imani',
  visibility: 'published',
  minutesWriting: 190,
  createdAt: '2025-01-14T16:20:00.000Z',
  updatedAt: '2026-02-03T15:00:00.000Z',
  sections: {
    context: {
      prose: prose(
        'Lantern books appointments for about 900 small clinics. Staff sign in at one address, *id.lantern*, and everything else trusts that sign-in. It was set up in 2021 by hand, before we had automatic renewal. All forty certificates that came after it renew themselves.',
        'We have people in Chicago and in Leipzig. From Friday evening to Monday morning one engineer is on call for both. That weekend it was me.',
        'In December we had moved all certificate warnings into one channel, so that they would be easier to see.',
        INVENTED_LINE,
      ),
      expected:
        'A quiet Sunday. If a certificate came due, it would be renewed by the machine, as it is about three times a week.',
      different: 'The warnings had moved; and this one certificate was never part of the machine.',
      stateThen: 4,
      stateWords: 'On call, rested, at home.',
      confidenceThen: 5,
    },
    customerImpact: {
      prose: prose(
        'From 01:00 to 09:52 CET on Sunday 12 January nobody could sign in. In the night that reached hardly anyone. From about 08:00 CET, 37 clinics in Germany and Austria that hold Sunday emergency hours saw a red browser page that said *your connection is not private*.',
        'We counted 1,140 attempts by 214 people (proxy log). A dentist’s assistant in Halle told our support, “I have eleven people in the waiting room and I don’t know their names.” She went out and asked them. Two clinics sent people home.',
        'In the US it was night, and nobody noticed.',
      ),
      groups: [
        {
          who: 'Clinics with Sunday hours in Germany and Austria',
          howMany: '37',
          affected: 'Could not see who was coming, or why',
          level: 2,
          told: true,
          putRight: true,
        },
        {
          who: 'Patients who were sent home',
          howMany: 'at least 9',
          affected: 'Had to come back on Monday, some in pain',
          level: 2,
          told: true,
          putRight: false,
        },
        {
          who: 'Two people in support',
          howMany: '2',
          affected: 'Were called out on a Sunday with no answer to give',
          level: 1,
          told: true,
          putRight: true,
        },
      ],
    },
    impact: {
      prose: prose(
        'Nineteen hours of work by five people, most of it on the days after. One clinic left us, and gave this as the second of two reasons.',
        'Some staff clicked through the warning on their own phones to reach the page. We found eleven such sessions. Nothing had been tampered with, but for a morning we had taught people to ignore the one warning that they must not.',
        'Not touched: no data was lost. Appointments that patients booked from the clinics’ own pages kept arriving throughout.',
      ),
      costs: [
        { area: 'time', what: 'Work to repair, explain and write up', amount: '19', unit: 'hours' },
        { area: 'money', what: 'Credits to 37 clinics', amount: '4,070', unit: 'EUR' },
        { area: 'trust', what: 'Clinics that left us', amount: '1', unit: 'clinic' },
        { area: 'reputation', what: 'Asked about it in sales talks', amount: '4', unit: 'talks', estimate: true },
        { area: 'learning', what: 'Found by looking for others like it', amount: '3', unit: 'certificates' },
      ],
      feelings: [],
    },
    timeline: {
      prose:
        'Times as each person lived them: Chicago for the engineer on call, Berlin for clinics and support. Logs in UTC were converted.',
      entries: [
        event(
          dayMoment('2024-12-09'),
          'All certificate warnings move into one channel. It now carries some twenty a week, nearly all of them followed by “renewed”.',
          {
            evidence: 'Change note',
            knewThen: 'One place is easier to watch than nine.',
            effect: 'harmed',
          },
        ),
        event(dayMoment('2025-01-01'), 'First warning for id.lantern: eleven days left. Two people mark it as seen.', {
          evidence: 'Channel',
          knewThen: 'They renew themselves at ten.',
          effect: 'neutral',
        }),
        event(
          dayMoment('2025-01-08'),
          'Fourth warning. A colleague in Leipzig writes “is this one automatic?” and gets a thumbs up from someone who means “good question”.',
          {
            evidence: 'Channel; both were asked',
            knewThen: 'He: yes, it is. She: someone should find out.',
            effect: 'harmed',
          },
        ),
        event(
          at('2025-01-11T16:05'),
          'Last warning: one day left. I see it on my phone, on call, among three others that end in “renewed”.',
          {
            evidence: 'Channel; read at 16:05',
            knewThen: 'It will be renewed overnight.',
            effect: 'harmed',
          },
        ),
        event(inBerlin('2025-01-12T01:00'), 'The certificate expires. Every sign-in is refused from here on.', {
          mark: 'began',
          evidence: 'Proxy log',
        }),
        event(
          inBerlin('2025-01-12T07:48'),
          'First clinic calls support. The line is staffed from nine; it goes to voicemail.',
          { evidence: 'Voicemail' },
        ),
        event(
          inBerlin('2025-01-12T08:35'),
          'Support, in early, sees six voicemails and tries to sign in herself. She cannot open the runbook: it is behind the same sign-in.',
          {
            mark: 'noticed',
            evidence: 'Her notes',
            effect: 'helped',
          },
        ),
        event(
          inBerlin('2025-01-12T08:41'),
          'She finds the on-call number on a sticker and rings me. It is 01:41 in Chicago.',
          { evidence: 'Call log', effect: 'helped' },
        ),
        event(
          at('2025-01-12T01:49'),
          'I see the expiry date in the browser and post to the status page, which is hosted elsewhere.',
          { mark: 'told', evidence: 'Status page', effect: 'helped' },
        ),
        event(
          at('2025-01-12T01:58'),
          'I run the automatic renewal. It reports success: forty renewed, and this one is not on its list.',
          {
            evidence: 'Shell log',
            knewThen: 'I thought it was done, and waited for nine minutes.',
            effect: 'harmed',
          },
        ),
        event(
          at('2025-01-12T02:10'),
          'I find that id.lantern was set up by hand and that its key is in a vault I cannot open without signing in.',
          { evidence: 'Shell log' },
        ),
        event(
          at('2025-01-12T02:24'),
          'The third person I ring has the printed recovery code, in a drawer, in Leipzig. She reads it out to me.',
          { evidence: 'Call log', effect: 'helped' },
        ),
        event(at('2025-01-12T02:39'), 'A new certificate is issued.', { evidence: 'Issuer’s log', effect: 'helped' }),
        event(at('2025-01-12T02:52'), 'The new certificate is live; a clinic in Graz signs in.', {
          mark: 'mitigated',
          evidence: 'Proxy log',
          effect: 'helped',
        }),
        event(
          dayMoment('2025-01-16'),
          'id.lantern is moved to automatic renewal, and all 37 clinics have had a call.',
          { mark: 'resolved', evidence: 'Change note', effect: 'helped' },
        ),
      ],
    },
    noticed: {
      prose: prose(
        'A clinic told us, by voicemail, seven hours in. Our own check had passed all night: it tests from inside, where the certificate is not looked at.',
        'The warning had been seen on each of eleven days, by nine people in all, the last of them me. It was not missed. It was understood, and it was reasonable to do nothing: for forty certificates out of forty-one, nothing is the right thing to do.',
      ),
      by: 'affected',
      channel: 'Voicemail to support',
      signal: 'not-acted-on',
      earliest: dayMoment('2025-01-01'),
      halve: 'A check that signs in from outside, as a clinic does, would have paged at 01:01 CET.',
    },
    mitigated: {
      prose: prose(
        'Issuing a certificate takes two minutes. The other hour went on three locked doors: the runbook behind the sign-in, the key behind the sign-in, and me believing a tool that said “success”.',
        'We knew that it worked when the clinic in Graz signed in, before we had tested it ourselves.',
      ),
      steps: [
        { text: 'Status page first: it cut the voicemails to almost none' },
        { text: 'Ran the automatic renewal: said “success”, did nothing, cost nine minutes' },
        { text: 'Recovery code read out over the phone' },
        { text: 'New certificate by hand, in the old way' },
      ],
      lasting: 'temporary',
      helpers: 'Marta in support, who came in early and had the sticker. Jule in Leipzig, third call, with the drawer.',
      knewItWorked: 'Sign-ins on the proxy went from none to 61 a minute.',
      halve: 'Runbook and recovery code kept somewhere that does not need the sign-in.',
    },
    cause: {
      prose: prose(
        'A date set it off. What had been waiting: one certificate of forty-one lay outside the machine; everyone believed it to be inside; the warnings looked the same for both; and a note of 2023 that said “move id.lantern to auto” had waited through five planning rounds behind work that someone had asked for.',
        'The move to one channel in December was meant well and made it worse. A warning that is nearly always followed by “renewed” is a lesson in waiting.',
      ),
      trigger: 'clock',
      triggerNote: 'Expired on 12 January 2025 at 00:00 UTC.',
      errorKind: 'wrong-picture',
      conditions: [
        {
          id: 'all-automatic',
          condition: 'assumption',
          control: 'mine',
          knownBefore: false,
          note: 'Everyone believed that all of them renew themselves.',
        },
        {
          id: 'same-warning',
          condition: 'monitoring-feedback',
          control: 'mine',
          knownBefore: false,
          note: 'The warning for “will be renewed” and for “will not” is the same line.',
        },
        {
          id: 'ticket-2023',
          condition: 'known-not-fixed',
          control: 'influence',
          knownBefore: true,
          note: 'On the list since September 2023.',
        },
        {
          id: 'thumbs-up',
          condition: 'communication-handoff',
          control: 'mine',
          knownBefore: false,
          note: 'A question in a channel, answered with a sign that reads two ways.',
        },
        {
          condition: 'tool-design',
          control: 'mine',
          knownBefore: false,
          note: 'The renewal tool says “success” about its own list.',
        },
        {
          condition: 'priorities-tradeoff',
          control: 'influence',
          knownBefore: true,
          note: 'Nobody outside had asked for it, so it waited.',
        },
      ],
      safeguards: [
        { text: 'Automatic renewal', purpose: 'prevent', state: 'missing' },
        { text: 'Warnings in the channel', purpose: 'notice', state: 'weak' },
        { text: 'The inside check of sign-in', purpose: 'notice', state: 'weak' },
        { text: 'The runbook', purpose: 'recover', state: 'bypassed' },
        { text: 'Status page, hosted elsewhere', purpose: 'contain', state: 'held' },
        { text: 'A printed recovery code in a drawer', purpose: 'recover', state: 'held' },
      ],
    },
    whys: {
      prose:
        'Asked in a room with five of us, two from Leipzig by video. One branch ended in a name at first; we took it back up a step and asked what the thumb had meant.',
      happened: [
        why('Nobody could sign in', { evidence: 'Proxy log' }, [
          why('The certificate had expired', { evidence: 'Browser; issuer’s log' }, [
            why('It was not renewed by the machine', {}, [
              why('It was set up by hand in 2021, and the machine lists only what it made itself', {
                id: 'own-list',
                control: 'mine',
                mark: 'root-cause',
                evidence: 'Read the code',
              }),
              why('The task to move it had waited since 2023', { control: 'influence' }, [
                why('Work without a requester has no place in our planning', {
                  id: 'no-requester',
                  control: 'influence',
                  mark: 'root-cause',
                }),
              ]),
            ]),
            why('It was not renewed by a person', {}, [
              why(
                'Nine people saw the warning, and each had grounds to think it harmless',
                { evidence: 'Asked all nine' },
                [
                  why('It looks exactly like the ones that need nothing', {
                    id: 'looks-alike',
                    control: 'mine',
                    mark: 'root-cause',
                  }),
                  why('A channel has readers and no owner', { id: 'no-owner', control: 'mine', mark: 'root-cause' }),
                ],
              ),
            ]),
          ]),
        ]),
      ],
      unnoticed: [
        why('Seven hours passed before a person knew', { evidence: 'Voicemail' }, [
          why('The check signs in from inside, where certificates are not looked at', {
            id: 'inside-check',
            control: 'mine',
            mark: 'root-cause',
          }),
          why('Support on Sundays starts at nine; clinics start at eight', {
            id: 'sunday-hours',
            control: 'influence',
            mark: 'root-cause',
          }),
        ]),
      ],
    },
    learned: {
      prose: prose(
        'We spent a good hour on why nobody acted, until someone said: “Show me the message that would have made you act.” There was none. From then on it went quickly.',
        'The three locked doors surprised everyone. We had rehearsed losing a database. We had never rehearsed losing the key to the room with the rehearsal plan in it.',
      ),
      lessons: [
        {
          rule: 'A warning that needs no action teaches people not to act. Send only those that need some.',
          elsewhere: 'Disk space, failed backups, the school’s mailing list.',
        },
        {
          rule: 'Ask the world for the list, not the tool that made the list.',
          elsewhere: 'Backups, access rights, invoices.',
        },
        {
          rule: 'What you need when sign-in is down cannot be behind the sign-in.',
          elsewhere: 'Phone numbers, vault, status page.',
        },
      ],
      wentWell: [
        { text: 'The status page, in eight minutes' },
        { text: 'Nobody was asked who had put the thumb there until we wanted to know what it meant' },
      ],
      wentBadly: [{ text: 'Nine minutes lost to the word “success”' }],
      lucky: [
        { text: 'It was a Sunday in January, with 37 clinics open and not 900' },
        { text: 'Marta came in early' },
      ],
      surprisedBy: [{ text: 'The change that was meant to make warnings easier to see made them easier to ignore' }],
      shouldHear: 'Every team with something set up before 2022.',
      value: '',
    },
    actions: {
      prose: 'Five people, one hour, eleven ideas; these five kept, with the reasons for one that was not.',
      items: [
        {
          text: 'Let the machine renew whatever answers on our addresses, found by looking from outside, and not its own list',
          purpose: 'prevent',
          strength: 'strong',
          owner: 'Alex',
          due: '2025-02-15',
          priority: 'high',
          doneWhen: 'A certificate made by hand on a test address is found and renewed within a day',
          causeId: 'own-list',
          status: 'done',
          doneOn: '2025-02-20',
          checkDate: '2026-01-31',
          checkQuestion: 'Has any certificate come within five days of expiring?',
          result: 'held',
          chances: 160,
          checks: [{ on: '2026-01-31', result: 'held', chances: 160 }],
        },
        {
          text: 'Sign in from outside once a minute, as a clinic does, and page when it does not work for three',
          purpose: 'notice-sooner',
          strength: 'strong',
          owner: 'Jule',
          due: '2025-01-31',
          priority: 'high',
          doneWhen: 'A blocked test account pages within four minutes',
          causeId: 'inside-check',
          status: 'done',
          doneOn: '2025-01-29',
          checkDate: '2025-07-31',
          checkQuestion: 'Who told us of the last sign-in trouble, the check or a clinic?',
          result: 'held',
          chances: 3,
          checks: [{ on: '2025-07-31', result: 'held', chances: 3 }],
        },
        {
          text: 'Stop the warnings that need nothing; send the others to the person on call as a task',
          purpose: 'notice-sooner',
          strength: 'strong',
          owner: 'Alex',
          due: '2025-02-28',
          priority: 'normal',
          doneWhen: 'A month with no warning that was followed by “renewed”',
          causeId: 'looks-alike',
          status: 'done',
          doneOn: '2025-04-02',
          checkDate: '2025-10-01',
          checkQuestion: 'Was each of the last ten warnings acted on?',
          result: 'partly',
          chances: 10,
          checks: [{ on: '2025-10-01', result: 'partly', chances: 10 }],
        },
        {
          text: 'Keep runbook, phone numbers and recovery code on paper in both offices',
          purpose: 'soften',
          strength: 'medium',
          owner: 'Marta',
          due: '2025-01-24',
          priority: 'normal',
          doneWhen: 'Someone in each office has found them without being told where',
          status: 'done',
          doneOn: '2025-01-22',
          checkDate: '2026-01-22',
          checkQuestion: 'Are they still there, and still right?',
          result: 'held',
          chances: 1,
          checks: [{ on: '2026-01-22', result: 'held', chances: 1 }],
        },
        {
          text: 'Start Sunday support at eight',
          purpose: 'notice-sooner',
          strength: 'medium',
          owner: 'Imani',
          causeId: 'sunday-hours',
          status: 'declined',
          declinedReason: 'With the outside check it would add cost and no minutes. We asked Marta, who agreed.',
        },
      ],
      premortem:
        'In July sign-in is down again. Likely story: not a certificate but the name itself, the domain, which renews every two years and is paid by a card that has run out. Nothing above would catch it. We looked: it was due in May, on an expired card.',
    },
  },
});
