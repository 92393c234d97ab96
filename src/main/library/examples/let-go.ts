import { dayMoment } from '#domain/time/moment.ts';

import { at, event, exampleCoe, INVENTED_LINE, prose, why } from './example-coe.ts';

const month = (value: string, approximate = false) => ({ precision: 'month' as const, value, approximate });

/** A career setback whose branches end partly outside the writer's hands. */
export const LET_GO = exampleCoe({
  id: '01HP76D1B0ETG0000000000001',
  kind: 'career-setback',
  title: 'Let go from Harrow Freight',
  happened: dayMoment('2024-02-06'),
  summary:
    'Harrow closed the forecasting project and let nine of us go. The closing was not about me. That I was on the list, and the last to see it, had something to do with a year in which I worked on what had been praised and did not ask what had changed.',
  severity: 3,
  status: 'closed',
  depth: 'full',
  lifeArea: 'Work',
  tags: ['harrow', 'job'],
  coach: 'Ruth',
  minutesWriting: 240,
  createdAt: '2024-02-09T15:05:00.000Z',
  updatedAt: '2025-12-16T18:40:00.000Z',
  sections: {
    context: {
      prose: prose(
        'I built data pipelines at Harrow Freight for four years, the last two as the lead of a forecasting project that told dispatchers how many trucks they would need on Thursday. In my first years success had been simple: does it run, and is it right more often than the old sheet. It was. I got two good reviews and a mug.',
        'In the spring of 2023 a new director came from retail. The word she used most was “adoption”. I heard it the way you hear a word from another department.',
        INVENTED_LINE,
      ),
      expected: 'A third good review, and the team growing from five to seven.',
      different: 'A new director, a bad year for freight, and goals that were on a slide I had seen once.',
      stateThen: 3,
      stateWords: 'Working well, a little dug in. Leo had just been born; I was tired in a happy way.',
      confidenceThen: 4,
    },
    customerImpact: {
      prose: prose(
        'Dana was on leave at half pay, with a baby of three weeks, when I told her. She asked two practical questions and then said “right”, and I saw her put the summer away.',
        'My team of four: two were let go on the same day, in a call of six minutes. The two who stayed were moved to reporting. One of them wrote, “Nobody told us what happens to the models.” The dispatchers had come to trust the Thursday number; it stopped in March, without a word.',
      ),
      groups: [
        {
          who: 'Dana and the children',
          howMany: '3',
          affected: 'Left with half a salary and a newborn; the summer trip was cancelled',
          level: 3,
          told: true,
          putRight: true,
        },
        {
          who: 'My team',
          howMany: '4',
          affected: 'Two lost their jobs too, two were moved without a handover',
          level: 3,
          told: true,
          putRight: false,
        },
        {
          who: 'Dispatchers who used the forecast',
          howMany: 'about 30',
          affected: 'The Thursday number stopped, unannounced',
          level: 1,
          told: false,
          putRight: false,
        },
      ],
    },
    impact: {
      prose: prose(
        'Fourteen weeks without pay, less the severance. We used the savings we had called the roof.',
        'I did not sleep well and told people that I was fine. What I was afraid it meant: *that I am good at things nobody needs.* For it: adoption was at eleven of forty depots after two years, and I had not known the figure. Against it: the eleven that used it wrote in to ask where it had gone; Ruth offered to be my reference before I asked; the whole project was closed, with people on it who had done nothing but adoption. What fits both: the work was good, few people used it, and I had not made the second thing mine.',
        'It made something possible too. I was at home for Leo’s first four months, on most days, in daylight.',
      ),
      costs: [
        { area: 'money', what: 'Pay lost, less severance', amount: '14,200', unit: 'USD' },
        { area: 'time', what: 'From the call to the first day at Lantern', amount: '14', unit: 'weeks' },
        { area: 'health', what: 'Poor sleep', amount: 'about 40', unit: 'nights', estimate: true },
        { area: 'opportunity', what: 'The lead role; I started again one step down', amount: '1', unit: 'step' },
        { area: 'team', what: 'People from the team who lost their jobs the same day', amount: '2', unit: 'people' },
        { area: 'learning', what: 'Mornings with Leo', amount: 'about 70', unit: 'mornings', estimate: true },
      ],
      feelings: [
        { word: 'humiliated', onTheDay: 8, now: 2 },
        { word: 'afraid', onTheDay: 7, now: 2 },
        { word: 'relieved', onTheDay: 2, now: 5 },
      ],
    },
    timeline: {
      prose: 'From my notebooks, the calendar, and two long talks with Ruth, who was my manager until 2022.',
      entries: [
        event(
          month('2023-04'),
          'The new director presents the goals for the year. “Adoption by depot” is the second of three. I take a photo of the slide and do not look at it again.',
          {
            mark: 'began',
            evidence: 'Photo in my roll, 19 April',
            knewThen: 'The goals are for people who sell things.',
          },
        ),
        event(
          month('2023-06'),
          'My monthly one-to-one becomes every six weeks, then “when needed”. I am pleased to have the time back.',
          {
            evidence: 'Calendar',
            effect: 'harmed',
          },
        ),
        event(
          dayMoment('2023-07-20'),
          'Mid-year talk, twenty minutes. “Strong on the technical side. I would love to hear more about the depots.” I say that accuracy is up by two points.',
          {
            evidence: 'Notebook; her words copied down',
            knewThen: 'I thought that she was interested.',
            effect: 'neutral',
          },
        ),
        event(month('2023-09'), 'The two open posts on the team are “on hold”.', {
          knewThen: 'The whole company is saving.',
        }),
        event(
          dayMoment('2023-10-03'),
          'I am not asked to the planning for 2024. I hear of it from the office manager and take it for an oversight in the invitation.',
          {
            evidence: 'Notebook',
            knewThen: 'They know what we do.',
            effect: 'harmed',
          },
        ),
        event(
          month('2023-11'),
          'The other lead asks me over coffee whether I am “covered”. I say that the models are in the best shape ever.',
          {
            evidence: 'Memory',
            effect: 'neutral',
          },
        ),
        event(
          month('2023-12', true),
          'I feel it for the first time and say nothing to anyone, least of all at home: the baby is due in January.',
          {
            evidence: 'Memory',
          },
        ),
        event(at('2024-02-06T09:30'), 'An invitation for 10:00 with no title. The director and someone from HR.', {
          evidence: 'Calendar',
        }),
        event(at('2024-02-06T10:00'), 'I am told, in six minutes. The project is closed, my role with it.', {
          mark: 'noticed',
          evidence: 'Letter',
        }),
        event(
          at('2024-02-06T11:40', true),
          'I sit in the car on the fourth floor of the car park, then drive home and tell Dana in the kitchen.',
          { mark: 'told', effect: 'helped' },
        ),
        event(dayMoment('2024-02-08'), 'We go through the money on one sheet of paper. It is bad and it has an end.', {
          mark: 'mitigated',
          effect: 'helped',
          evidence: 'The sheet',
        }),
        event(dayMoment('2024-02-12'), 'I call Ruth. She says, “Come for a walk and don’t bring a CV.”', {
          effect: 'helped',
        }),
        event(
          dayMoment('2024-05-14'),
          'First day at Lantern, one step down, with a manager who opens by asking what I would like to hear from her, and how often.',
          { mark: 'resolved' },
        ),
      ],
    },
    noticed: {
      prose: prose(
        'I was told. That is the short answer, and it is nearly the whole finding: ten months of signs, and I noticed when a person from HR said it.',
        'The signs were not hidden. The slide, the one-to-ones that thinned out, “I would love to hear more about the depots”. I saw each of them and read them as something milder: saving, interest, an oversight. Each reading was sensible alone. I never laid them side by side.',
      ),
      by: 'manager',
      channel: 'A ten-o’clock meeting without a title',
      signal: 'misread',
      earliest: dayMoment('2023-07-20'),
      halve: 'Asking in July, “If you had to cut one of our projects, what would make it ours?”',
    },
    mitigated: {
      prose: prose(
        'Money first: one sheet of paper, with Dana, on the second evening. It turned a fog into fourteen lines.',
        'Then the story. For a week I told it so that I came out well, and noticed that I was tired after each telling. Ruth asked me to tell it as the director would. That version was fairer to both of us, and I could repeat it in interviews without my voice changing.',
        'What I have not said: thank you to the dispatcher in Joliet who printed the forecast every week for two years. I still mean to.',
      ),
      steps: [
        { text: 'Told Dana within two hours' },
        { text: 'Wrote all our money on one sheet' },
        { text: 'Sent forty applications in nine days: did nothing, and wore me out' },
        { text: 'Called six people I had liked working with; the third had heard of Lantern' },
        { text: 'Wrote references for the two who were let go with me' },
      ],
      lasting: 'lasting',
      helpers: 'Dana. Ruth. My father, who said nothing and fixed the gutter.',
      knewItWorked: 'The first night I slept through: 3 March. The first offer: 22 April.',
      halve: 'Six calls in the first week, and no applications at all.',
    },
    cause: {
      prose: prose(
        'The project was closed because freight had a bad year and a forecast is easier to drop than a truck. That part was outside my hands, and I have written it here so that I stop carrying it.',
        'What was shared: the expectations had changed and lived on a slide. She thought that she had told us. We thought that she had told the others.',
        'What was mine: I believed that good work is seen. A strength of mine, going deep and staying there, kept me from looking up; being good at the old goal made the new one easy not to hear.',
      ),
      trigger: 'change-others',
      triggerNote: 'The company closed the forecasting project.',
      errorKind: 'wrong-picture',
      conditions: [
        {
          id: 'unspoken-goal',
          condition: 'expectations-unclear',
          control: 'influence',
          knownBefore: false,
          note: 'Adoption was the goal and nobody, me included, asked what that meant for us.',
        },
        {
          id: 'work-is-seen',
          condition: 'assumption',
          control: 'mine',
          knownBefore: false,
          note: 'That good work speaks for itself. I never checked who was listening.',
        },
        {
          id: 'thin-feedback',
          condition: 'monitoring-feedback',
          control: 'mine',
          knownBefore: true,
          note: 'I let the one-to-ones fade because it gave me time.',
        },
        {
          id: 'alone',
          condition: 'help-not-sought',
          control: 'mine',
          knownBefore: true,
          note: 'From December I sensed it and told nobody.',
        },
        {
          id: 'freight',
          condition: 'dependency-outside',
          control: 'outside',
          knownBefore: true,
          note: 'A bad year for freight; nine people, five teams.',
        },
        {
          condition: 'emotion-pressure',
          control: 'mine',
          knownBefore: false,
          note: 'A baby on the way made me not want to know.',
        },
      ],
      safeguards: [
        { text: 'The monthly one-to-one', purpose: 'notice', state: 'weak' },
        { text: 'A colleague’s question over coffee', purpose: 'notice', state: 'bypassed' },
        { text: 'The roof savings', purpose: 'recover', state: 'held' },
        { text: 'People who would take my call', purpose: 'recover', state: 'held' },
      ],
    },
    whys: {
      prose:
        'Ruth asked the questions and I wrote. Where the answer was a person, she said “and what made that sensible?” until it was not.',
      happened: [
        why('My role ended', { evidence: 'Letter of 6 February' }, [
          why('The project was closed', {}, [
            why('Freight fell, and the board wanted a tenth off the costs', {
              id: 'freight-fell',
              control: 'outside',
              mark: 'outside',
              evidence: 'Press release, January',
            }),
            why(
              'Of three analytics projects, ours had the fewest users',
              { evidence: '11 of 40 depots, from the director’s deck' },
              [
                why('We worked on accuracy, which was already good enough', { control: 'mine' }, [
                  why('Accuracy was what had been praised, and nobody had said that this was over', {
                    id: 'old-praise',
                    control: 'influence',
                    mark: 'root-cause',
                  }),
                  why('I did not know our own adoption figure', {
                    id: 'no-figure',
                    control: 'mine',
                    mark: 'root-cause',
                    evidence: 'It was in a report I had access to',
                  }),
                ]),
              ],
            ),
          ]),
          why('I was not moved to another team, as two others were', {}, [
            why('Nobody outside the project could say what I was good at', { control: 'mine' }, [
              why('I had let every meeting go that was not about the models', {
                id: 'no-visits',
                control: 'mine',
                mark: 'root-cause',
              }),
            ]),
            why('It may have been a matter of headcount by grade', {
              control: 'outside',
              mark: 'unknown',
              evidence: 'Would need to ask HR; I decided not to',
            }),
          ]),
        ]),
      ],
      unnoticed: [
        why('I read ten months of signs one at a time', {}, [
          why('No one and nothing asked me to look at them together', {
            id: 'no-standing',
            control: 'mine',
            mark: 'root-cause',
          }),
          why('I did not want to know, with the baby due', { control: 'mine' }, [
            why('I had nobody to say it to who did not depend on the answer', {
              id: 'nobody-to-tell',
              control: 'mine',
              mark: 'root-cause',
            }),
          ]),
        ]),
      ],
    },
    learned: {
      prose: prose(
        'The people who could have told me were friendly to me every day. That is how it works: bad news gets rounded up on its way.',
        'Asking upwards is a skill I have not built yet. It can be built; there is a question, and a date.',
        'What I did honourably: I told my team the truth as I knew it, in September, about the posts; and I wrote their references before my own CV.',
      ),
      lessons: [
        {
          rule: 'When the person who decides changes, the goals have changed, even if the words have not.',
          elsewhere: 'School boards, landlords, clients.',
        },
        {
          rule: 'Ask what would make them stop, not how it is going.',
          elsewhere: 'Dana and me. The clinics at Lantern.',
        },
        {
          rule: 'Know the number you are judged by, even if you think it is the wrong one.',
          elsewhere: 'Any project.',
        },
      ],
      wentWell: [{ text: 'I told Dana the same morning' }, { text: 'The savings were there' }],
      wentBadly: [{ text: 'Forty applications in nine days' }],
      lucky: [{ text: 'Lantern was looking, and the third call knew it' }],
      surprisedBy: [{ text: 'Eleven depots wrote in. I had never been to one of them' }],
      shouldHear: 'The two who were let go with me, if they ask.',
      value: 'Stable ground; and doing right by the people on my team.',
    },
    actions: {
      prose: 'The last two came out of the premortem.',
      items: [
        {
          text: 'If it is the first Monday of the month, then I ask my manager: “What would you want to be different, and what would make you stop this?”',
          purpose: 'notice-sooner',
          strength: 'medium',
          owner: 'Me',
          due: '2024-06-03',
          priority: 'high',
          doneWhen: 'Six answers written down',
          causeId: 'no-standing',
          status: 'done',
          doneOn: '2024-11-04',
          checkDate: '2025-12-15',
          checkQuestion: 'Did anything in the next yearly review come as news?',
          result: 'partly',
          chances: 1,
          checks: [{ on: '2025-12-15', result: 'partly', chances: 1 }],
        },
        {
          text: 'Keep four months of rent in an account that is for nothing else',
          purpose: 'soften',
          strength: 'strong',
          owner: 'Dana and me',
          due: '2024-12-31',
          priority: 'high',
          doneWhen: 'The standing order has run until it is full',
          causeId: 'freight-fell',
          status: 'done',
          doneOn: '2024-10-31',
          checkDate: '2025-10-31',
          checkQuestion: 'Is it still full?',
          result: 'held',
          chances: 2,
          checks: [{ on: '2025-10-31', result: 'held', chances: 2 }],
        },
        {
          text: 'Walk with Ruth every second month, with one question from each of us',
          purpose: 'notice-sooner',
          strength: 'medium',
          owner: 'Me',
          due: '2024-06-30',
          priority: 'normal',
          doneWhen: 'The dates for a year are in both calendars',
          causeId: 'nobody-to-tell',
          status: 'done',
          doneOn: '2024-06-02',
          checkDate: '2025-06-01',
          checkQuestion: 'Have I told her one thing I had told nobody?',
          result: 'held',
          chances: 5,
          checks: [{ on: '2025-06-01', result: 'held', chances: 5 }],
        },
        {
          text: 'Spend one day each quarter with people who use what I build',
          purpose: 'prevent',
          strength: 'medium',
          owner: 'Me',
          due: '2024-09-30',
          priority: 'normal',
          doneWhen: 'Two visits, two pages of notes',
          causeId: 'no-visits',
          status: 'done',
          doneOn: '2024-11-12',
          checkDate: '2025-11-01',
          checkQuestion: 'Can I say what they would miss?',
          result: 'not-yet-tested',
          chances: 0,
        },
        {
          text: 'Ask HR how the list was made',
          purpose: 'find-out',
          strength: 'medium',
          owner: 'Me',
          status: 'declined',
          declinedReason: 'Whatever the answer, I would do nothing differently. I let it be unknown.',
        },
      ],
      premortem:
        'It is 2026 and I have been let go from Lantern. Likely story: I went deep again, the Monday question had become polite, and I heard polite answers. Hence the second half of the question, “and what would make you stop this?”, and hence Ruth.',
    },
  },
});
