import { dayMoment } from '#domain/time/moment.ts';

import { at, event, exampleCoe, INVENTED_LINE, prose, why } from './example-coe.ts';

const month = (value: string) => ({ precision: 'month' as const, value, approximate: false });

/** A career setback of the smaller sort, reviewed by a coach, with one action still open. */
export const SURPRISE_REVIEW = exampleCoe({
  id: '01KC7QMV20REV1EW0000000001',
  kind: 'career-setback',
  title: 'A yearly review I did not see coming',
  happened: dayMoment('2025-12-09'),
  summary:
    'My review said that people find me hard to interrupt and that two of them had stopped raising problems with me. I had asked for feedback every month and written down the answers. The question had become easy to answer.',
  severity: 1,
  status: 'reviewed',
  depth: 'standard',
  lifeArea: 'Work',
  tags: ['lantern', 'job'],
  coach: 'Ruth',
  links: [
    {
      type: 'related',
      coeId: '01HP76D1B0ETG0000000000001',
      note: 'The Monday question comes from there. This is the check on whether it works.',
    },
  ],
  minutesWriting: 85,
  createdAt: '2025-12-11T22:14:00.000Z',
  updatedAt: '2026-07-02T17:30:00.000Z',
  sections: {
    context: {
      prose: prose(
        'I have been at Lantern for a year and a half. We make booking software for small clinics. In March I became lead again, of three people, and in the autumn we moved our largest customer. I was told in June that I was doing well, and I believed it, and I think it was true in June.',
        'Since Harrow I ask my manager, Imani, a question on the first Monday of each month. I have the answers in a notebook. I was rather proud of that notebook.',
        INVENTED_LINE,
      ),
      expected: '“Exceeds”, or a warm “meets”.',
      different: 'For the first time the review asked the people who work for me.',
      stateThen: 3,
      stateWords: 'Tired after the move, pleased with it, a cold coming.',
      confidenceThen: 5,
    },
    customerImpact: {
      prose: prose(
        'Two people on my team had been holding back. One of them, Theo, had seen in October that the import dropped phone numbers with an extension. He began to say so in a meeting; I finished his sentence for him, wrongly, and went on. He fixed it himself on a Saturday and told nobody.',
        'I asked him about it in January, and what it had been like. He thought for a while and said, “Like merging onto a motorway.”',
      ),
      groups: [
        {
          who: 'Theo',
          howMany: '1',
          affected: 'Stopped raising problems, and spent a Saturday on one',
          level: 2,
          told: true,
          putRight: true,
        },
        {
          who: 'The other two on the team',
          howMany: '2',
          affected: 'Speak less when I am in the room, by their own account',
          level: 1,
          told: true,
          putRight: false,
        },
        {
          who: 'A clinic in Rockford',
          howMany: '1',
          affected: 'Could not reach 212 patients by phone for two days',
          level: 1,
          told: true,
          putRight: true,
        },
      ],
    },
    impact: {
      prose: prose(
        '“Meets”, and a smaller raise than I had counted on in my head. It was not much money. It was a picture of me that I did not recognise, and then did.',
        'The harsh thought: *I have become the person I left meetings because of.* For it: two people said so without having talked to each other. Against it: they said it in a form that asks for names, which people do for someone they think can hear it. What fits both: I do it when I am sure and in a hurry, and they believe I can stop.',
      ),
      costs: [
        {
          area: 'money',
          what: 'Difference to the raise I had expected',
          amount: 'about 1,900',
          unit: 'USD a year',
          estimate: true,
        },
        { area: 'trust', what: 'People who had stopped bringing me problems', amount: '2', unit: 'people' },
        { area: 'time', what: 'Theo’s Saturday', amount: '6', unit: 'hours' },
      ],
      feelings: [
        { word: 'stung', onTheDay: 7, now: 2 },
        { word: 'embarrassed', onTheDay: 6, now: 3 },
        { word: 'grateful', onTheDay: 1, now: 6 },
      ],
    },
    timeline: {
      prose: 'The notebook turned out to be the best source, since it holds the very words.',
      entries: [
        event(
          month('2025-03'),
          'I become lead of three. We have a plan and nine months, and I start to cut meetings short.',
          { mark: 'began', evidence: 'Calendar' },
        ),
        event(
          dayMoment('2025-05-05'),
          'Monday question. Imani: “I’d love for the team to speak first now and then.” I write it down and apply it to one meeting, the one she had just seen.',
          {
            evidence: 'Notebook, p. 31',
            knewThen: 'It was about that Tuesday.',
          },
        ),
        event(dayMoment('2025-06-20'), 'Half-year talk: “doing well”.', { evidence: 'Notebook', effect: 'neutral' }),
        event(
          dayMoment('2025-08-04'),
          'Monday question. “All good.” The answers have been getting shorter since June. I am glad that there is less to do.',
          {
            evidence: 'Notebook, pp. 36 to 41',
            effect: 'harmed',
          },
        ),
        event(
          month('2025-09'),
          'Ruth asks on a walk who on my team disagrees with me most. I cannot think of anyone and take it as a compliment.',
          {
            evidence: 'Memory',
            effect: 'neutral',
          },
        ),
        event(at('2025-10-14T10:20', true), 'Theo begins to say that phone numbers get lost. I finish his sentence.', {
          evidence: 'Theo',
          effect: 'harmed',
        }),
        event(dayMoment('2025-10-18'), 'Theo fixes it alone, on a Saturday.', {
          evidence: 'Change log',
          effect: 'helped',
        }),
        event(
          at('2025-12-09T15:00'),
          'Imani reads me the review. The sentence is: “Hard to interrupt; two people say they have stopped trying.”',
          { mark: 'noticed', evidence: 'Review' },
        ),
        event(at('2025-12-09T21:15', true), 'I tell Dana, who is quiet for slightly too long.', {
          mark: 'told',
          effect: 'helped',
        }),
        event(
          dayMoment('2025-12-15'),
          'I say it in the team meeting: I have read it, it is fair, I would like to do it differently, and I will stop talking now.',
          { mark: 'mitigated', effect: 'helped' },
        ),
        event(
          dayMoment('2026-01-13'),
          'Theo interrupts me. Everybody sees it, and nobody says anything, and it is a good morning.',
          { mark: 'resolved' },
        ),
      ],
    },
    noticed: {
      prose: prose(
        'The review told me. The signal had been in my own notebook since May, in a good clear hand, on page 31. I had asked the question, received the answer, and filed it under one Tuesday.',
        'There was a second signal that I could have measured: the answers got shorter. In May Imani said forty words. In September, two.',
      ),
      by: 'manager',
      channel: 'The yearly review',
      signal: 'misread',
      earliest: dayMoment('2025-05-05'),
      halve: 'Asking the three people it was about, and not only the one above me.',
    },
    mitigated: {
      prose: prose(
        'I did not argue. I asked Imani for one example, got Theo’s, and asked for no more.',
        'In the meeting I kept it to three sentences. I had a fourth, about the pressure of the move, and left it out.',
      ),
      steps: [
        { text: 'Asked for one example, and only one' },
        { text: 'Told the team in three sentences' },
        { text: 'Tried counting to five before speaking: it made me look as if I were in pain' },
        { text: 'Had Theo chair the Tuesday meeting: better at once' },
      ],
      lasting: 'temporary',
      helpers: 'Imani, Theo, and Dana by being quiet.',
      knewItWorked: 'I was interrupted on 13 January.',
      halve: 'Giving away the chair in March.',
    },
    cause: {
      prose: prose(
        'I asked every month and still did not know. The question went to the one person who rarely sees me lead, and it had become part of the furniture. “What would you want to be different?” was honest in the first month, and by the sixth it had a customary answer.',
        'I took the silence of my team for agreement, since it looked the same. And nine months of deadline rewarded precisely this: the meetings *were* short.',
      ),
      trigger: 'novelty',
      triggerNote: 'The first time that the people on my team were asked.',
      errorKind: 'wrong-rule',
      conditions: [
        {
          id: 'silence-is-yes',
          condition: 'assumption',
          control: 'mine',
          knownBefore: false,
          note: 'That a quiet room agrees.',
        },
        {
          id: 'asked-upwards',
          condition: 'monitoring-feedback',
          control: 'mine',
          knownBefore: false,
          note: 'I had a signal, and it looked in one direction.',
        },
        {
          id: 'short-meetings',
          condition: 'incentives-culture',
          control: 'influence',
          knownBefore: true,
          note: 'Short meetings were praised, by me most of all.',
        },
        {
          condition: 'expectations-unclear',
          control: 'influence',
          knownBefore: true,
          note: 'Nobody had said what a good lead does here. I used the old picture from Harrow.',
        },
        {
          condition: 'workload-time',
          control: 'influence',
          knownBefore: true,
          note: 'Nine months to move a customer who had been told six.',
        },
      ],
      safeguards: [
        { text: 'The Monday question', purpose: 'notice', state: 'weak' },
        { text: 'Ruth’s question in September', purpose: 'notice', state: 'bypassed' },
        { text: 'A review that asks the team', purpose: 'notice', state: 'held' },
      ],
    },
    whys: {
      prose: 'Read back with Ruth in March. One “therefore” fell over, and the step beneath it is new since then.',
      happened: [
        why('Two people stopped raising problems', { evidence: 'Review; Theo' }, [
          why('I finished their sentences', { evidence: 'Both gave examples' }, [
            why('I was often nearly right, so it saved time', { control: 'mine' }, [
              why('We counted the minutes of meetings and not what was missed in them', {
                id: 'minutes',
                control: 'influence',
                mark: 'root-cause',
              }),
            ]),
            why('I chaired every meeting, and the chair decides who has finished', {
              id: 'chair',
              control: 'mine',
              mark: 'root-cause',
            }),
          ]),
          why('There was no other place to raise them', { id: 'no-other-place', control: 'mine', mark: 'root-cause' }),
        ]),
      ],
      unnoticed: [
        why('I asked monthly and heard nothing of it', { evidence: 'Notebook' }, [
          why('I asked Imani, who is in one meeting of ours in ten', {
            id: 'wrong-seat',
            control: 'mine',
            mark: 'root-cause',
          }),
          why('Her hint in May fitted one Tuesday, so I gave it to that Tuesday', { control: 'mine' }, [
            why('It is pleasanter for a remark to be about a day than about me', { control: 'mine', mark: 'unknown' }),
          ]),
        ]),
      ],
    },
    learned: {
      prose: prose(
        'The Monday question was a good fix for Harrow and it held, for what it was made for. I had quietly begun to use it for something else.',
        'It said “partly” when I checked it. I would rather know.',
      ),
      lessons: [
        {
          rule: 'A question asked the same way six times gets the sixth answer, not the true one.',
          elsewhere: '“How was school?”',
        },
        { rule: 'Ask the people who would feel it.', elsewhere: 'The clinics; Nora.' },
      ],
      wentWell: [{ text: 'I had kept the very words' }, { text: 'I did not argue' }],
      wentBadly: [{ text: 'Page 31' }],
      lucky: [{ text: 'Theo is the sort who fixes it anyway' }],
      surprisedBy: [{ text: 'How short the answers had become, laid side by side' }],
      shouldHear: 'Imani has asked whether she may show it to the other leads. I am thinking about it.',
      value: 'Doing right by the people on my team.',
    },
    actions: {
      prose: 'Two. Ruth read it in March and asked whether I wanted a third or only wanted to be seen to have one.',
      items: [
        {
          text: 'Hand the chair of the Tuesday meeting round, so that I have it one week in four',
          purpose: 'prevent',
          strength: 'strong',
          owner: 'Me',
          due: '2026-01-20',
          priority: 'high',
          doneWhen: 'A rota is on the wall and two others have had the chair',
          causeId: 'chair',
          status: 'done',
          doneOn: '2026-01-27',
          checkDate: '2026-06-30',
          checkQuestion: 'Who last changed my mind in a meeting, and when?',
          result: 'held',
          chances: 18,
          checks: [{ on: '2026-06-30', result: 'held', chances: 18 }],
        },
        {
          text: 'If it is the first Monday of the month, then I ask one of the three: “What did you not say last month?”',
          purpose: 'notice-sooner',
          strength: 'medium',
          owner: 'Me',
          due: '2026-08-03',
          priority: 'normal',
          doneWhen: 'Each has been asked twice, in their own room',
          causeId: 'wrong-seat',
          status: 'open',
          checkDate: '2026-12-08',
          checkQuestion: 'Did anything in the next review come as news?',
          result: 'not-yet-tested',
          chances: 0,
        },
      ],
      premortem:
        'A year on the review says that I ask too many questions and nobody knows what I think. I can live with that one more easily, and the rota would still have been right.',
    },
  },
});
