import { dayMoment } from '#domain/time/moment.ts';

import { at, event, exampleCoe, INVENTED_LINE, prose, why } from './example-coe.ts';

/** A near miss at home: nobody came to harm, and it was worth the hour it took to write. */
export const MEDICINE_DOSE = exampleCoe({
  id: '01KXY25G00MED1C1NE00000001',
  kind: 'other-mistake',
  title: 'Nearly gave Leo a second dose of fever medicine',
  happened: dayMoment('2026-07-18'),
  summary:
    'Leo had a fever. Dana gave him his dose at one in the morning and went to sleep; I got up at two and drew up the next. Nora, awake and thirsty, said that he had already had it.',
  severity: 0,
  status: 'closed',
  depth: 'full',
  lifeArea: 'Health',
  tags: ['leo', 'night'],
  links: [
    {
      type: 'same-cause',
      coeId: '01JX43M9N0GRADN5C0E0000001',
      note: 'A handover between two tired people, by saying it.',
    },
    {
      type: 'related',
      coeId: '01KPXABHY0DE1ETE0000000001',
      note: '“Things that must not be confused must not look alike.” I wrote that in April.',
    },
  ],
  minutesWriting: 60,
  createdAt: '2026-07-19T20:48:00.000Z',
  updatedAt: '2026-10-18T19:20:00.000Z',
  sections: {
    context: {
      prose: prose(
        'Leo is two and a half. He had had a fever since the Thursday, the ordinary summer kind. The doctor had told us how much to give him and that there must be at least six hours between doses, and we had been doing it in shifts for two nights. Whoever is up, does it.',
        'The bottle stands in the bathroom cabinet, beside Nora’s, which is the same brand and twice as strong. The syringe lives in a glass.',
        INVENTED_LINE,
      ),
      expected: 'Dana until two, I from two. She would tell me when she had last given it.',
      different: 'Dana fell asleep in his room. There was no changing of the guard.',
      stateThen: 1,
      stateWords: 'Three broken nights. I remember the tiles being cold and not much else.',
      confidenceThen: 4,
    },
    customerImpact: {
      prose: prose(
        'Nothing reached Leo. He slept through it with his mouth open.',
        'Nora is seven and was the one who stopped it. In the morning she asked whether Leo would have died. I said no, and that I would find out properly, and rang the nurse line with her on my knee. The nurse told us that one extra dose of that size would most likely have meant a day of watching him, and that we were right to ask. Nora wanted to hear it twice.',
      ),
      groups: [
        {
          who: 'Leo',
          howMany: '1',
          affected: 'Came within a minute of a double dose',
          level: 0,
          told: false,
          putRight: true,
        },
        {
          who: 'Nora',
          howMany: '1',
          affected: 'Was frightened, and for a day watched the cabinet',
          level: 1,
          told: true,
          putRight: true,
        },
        {
          who: 'Dana',
          howMany: '1',
          affected: 'Woke to a story about what had nearly happened on her watch, or mine',
          level: 1,
          told: true,
          putRight: true,
        },
      ],
    },
    impact: {
      prose: prose(
        'It cost a phone call and an hour of writing. What it could have cost, had a girl not been thirsty: a day in hospital. Had I picked up the other bottle as well, in that light, more than that.',
        'So this is the cheapest lesson I have ever been given, and I would like to pay attention to it while it is free.',
      ),
      costs: [
        { area: 'time', what: 'The nurse line, and a trip to the pharmacy', amount: '1.5', unit: 'hours' },
        { area: 'health', what: 'A night without sleep, afterwards', amount: '1', unit: 'night' },
        { area: 'money', what: 'A second syringe, a roll of red tape, a white board', amount: '11', unit: 'USD' },
      ],
      feelings: [
        { word: 'frightened', onTheDay: 8, now: 2 },
        { word: 'grateful', onTheDay: 9, now: 9 },
      ],
    },
    timeline: {
      prose: 'Reconstructed at breakfast by the three of us who can talk.',
      entries: [
        event(
          at('2026-07-17T19:00', true),
          'Dose at bedtime, by me. I say so to Dana across the hall. She is running a bath.',
          { evidence: 'Both remember' },
        ),
        event(
          at('2026-07-18T01:05', true),
          'Leo wakes, hot. Dana gives him his dose. Nora stands in the door and sees it.',
          { evidence: 'Dana; Nora', effect: 'helped' },
        ),
        event(
          at('2026-07-18T01:20', true),
          'Dana lies down beside him “for a minute” and falls asleep. The note she meant to write is not written.',
          {
            mark: 'began',
            evidence: 'Dana',
            knewThen: 'She would hear me come in.',
          },
        ),
        event(
          at('2026-07-18T02:10'),
          'My alarm. I find them both asleep, touch his forehead, and do not want to wake anyone.',
          {
            evidence: 'Phone alarm',
            knewThen: 'Seven hours since bedtime. If she had given it, she would have written it down.',
            effect: 'harmed',
          },
        ),
        event(
          at('2026-07-18T02:14', true),
          'In the bathroom, with the light off so as not to wake Nora, I draw up the dose. Two bottles, same shape. I have the right one, by feel.',
          { effect: 'harmed' },
        ),
        event(
          at('2026-07-18T02:16', true),
          'Nora comes for water. “He already had some. Mama did it when he was crying.”',
          { mark: 'noticed', effect: 'helped' },
        ),
        event(at('2026-07-18T02:17', true), 'I put the syringe down. I sit on the edge of the bath.', {
          mark: 'mitigated',
          effect: 'helped',
        }),
        event(
          at('2026-07-18T02:20', true),
          'I wake Dana after all, and tell her. She says “one o’clock”, and then is wide awake.',
          { mark: 'told', effect: 'helped' },
        ),
        event(at('2026-07-18T08:30'), 'Nora and I ring the nurse line.', { evidence: 'Call log', effect: 'helped' }),
        event(
          dayMoment('2026-07-19'),
          'The board hangs, the bottles are marked, and Leo throws a spoon: he is better.',
          { mark: 'resolved' },
        ),
      ],
    },
    noticed: {
      prose: prose(
        'A seven-year-old noticed. She was up because it was hot.',
        'There was no other signal: no note, no mark on the bottle, nothing on the syringe. Dana’s being asleep in there could have told me something, and I took it for the opposite.',
      ),
      by: 'chance',
      channel: 'Nora, thirsty',
      signal: 'none',
      earliest: at('2026-07-18T02:10'),
      halve: 'Anything at all on the bathroom door with a time on it.',
    },
    mitigated: {
      prose: prose(
        'I did nothing clever. I put the syringe down and woke my wife, which I ought to have liked the idea of six minutes earlier.',
        'The better part was the morning: letting Nora hear the answer from the nurse, and thanking her properly, without making her responsible for the next time.',
      ),
      steps: [
        { text: 'Put it down' },
        { text: 'Woke Dana and asked when, and how much' },
        { text: 'Rang the nurse line with Nora listening' },
        { text: 'Told Nora that it had helped, and that it is not her job' },
      ],
      lasting: 'temporary',
      helpers: 'Nora. The nurse, who never once sounded as though she had to be patient.',
      knewItWorked: 'The syringe was still full.',
      halve: 'Waking Dana first.',
    },
    cause: {
      prose: prose(
        'Two people share a task that must be done once, in the dark, tired, with nothing to show whether it has been done. It had gone well on the nights before because we happened to meet in the hall.',
        'I took “there is no note” to mean “there was no dose”. We had never agreed that it means that.',
        'And I did not want to wake her. It was meant kindly; it is what nearly did it.',
      ),
      trigger: 'chance',
      triggerNote: 'Dana fell asleep before the note was written.',
      errorKind: 'wrong-picture',
      conditions: [
        {
          id: 'no-note-no-dose',
          condition: 'assumption',
          control: 'mine',
          knownBefore: false,
          note: 'That no note means no dose.',
        },
        {
          id: 'hall',
          condition: 'communication-handoff',
          control: 'mine',
          knownBefore: true,
          note: 'Handed over by meeting in the hall.',
        },
        { id: 'nights', condition: 'energy-health', control: 'outside', knownBefore: true, note: 'Third night.' },
        {
          id: 'no-sheet',
          condition: 'process-missing',
          control: 'mine',
          knownBefore: false,
          note: 'No agreed way to mark a dose.',
        },
        {
          id: 'twins',
          condition: 'tool-design',
          control: 'mine',
          knownBefore: true,
          note: 'Two bottles, one shape, side by side.',
        },
        { condition: 'help-not-sought', control: 'mine', knownBefore: false, note: 'Did not want to wake her.' },
      ],
      safeguards: [
        { text: 'Telling each other in the hall', purpose: 'prevent', state: 'bypassed' },
        { text: 'A note', purpose: 'prevent', state: 'missing' },
        { text: 'Child-proof cap', purpose: 'prevent', state: 'held' },
        { text: 'The nurse line', purpose: 'recover', state: 'held' },
      ],
    },
    whys: {
      prose: 'Done at the kitchen table with Dana, who supplied most of the second chain.',
      happened: [
        why('I drew up a dose that had been given', {}, [
          why('I did not know of the one at one o’clock', { evidence: 'Dana, Nora' }, [
            why('Nothing in the room showed it', { control: 'mine' }, [
              why('We mark doses by telling each other, and one of us was asleep', {
                id: 'by-telling',
                control: 'mine',
                mark: 'root-cause',
              }),
            ]),
            why('I did not ask', { control: 'mine' }, [
              why('Letting her sleep seemed the kinder thing', { control: 'mine' }, [
                why('We have no rule for what is worth waking someone for', {
                  id: 'no-rule',
                  control: 'mine',
                  mark: 'root-cause',
                }),
              ]),
            ]),
          ]),
          why('Third night of fever', { id: 'third-night', control: 'outside', mark: 'outside' }),
        ]),
      ],
      unnoticed: [
        why('Only luck told me', {}, [
          why('The bottle looks the same before and after', { id: 'bottle-same', control: 'mine', mark: 'root-cause' }),
        ]),
      ],
    },
    learned: {
      prose: prose(
        'I have written “said is not handed over” about a graduation and “must not look alike” about a database. Both were standing in my bathroom. A lesson stays in the room where it was learned unless one carries it out by hand.',
        'Near misses are worth an hour. This one cost eleven dollars.',
      ),
      lessons: [
        {
          rule: 'What must happen once needs a mark that shows it has happened.',
          elsewhere: 'The stove, the dog next door’s tablets, jobs that must not run twice.',
        },
        { rule: 'If the question is about medicine, wake someone.', elsewhere: 'Anything that cannot be undone.' },
      ],
      wentWell: [
        { text: 'Nora felt free to say it' },
        { text: 'I stopped at once and did not argue with a child about the time' },
      ],
      wentBadly: [{ text: 'Drew it up in the dark' }],
      lucky: [{ text: 'It was hot, and Nora was thirsty' }, { text: 'I had the right one of the two bottles' }],
      surprisedBy: [{ text: 'How reasonable it felt' }],
      shouldHear: 'The other parents at the nursery; I have told two.',
      value: 'Being close; keeping them safe.',
    },
    actions: {
      prose: 'Small, and all done by the next evening. The check was the October cold.',
      items: [
        {
          text: 'Hang a board on the cabinet: who, what, when. If I take the syringe out, then I write the time before I draw it up',
          purpose: 'prevent',
          strength: 'medium',
          owner: 'Dana and me',
          due: '2026-07-19',
          priority: 'high',
          doneWhen: 'It hangs, with a pen on a string',
          causeId: 'by-telling',
          status: 'done',
          doneOn: '2026-07-19',
          checkDate: '2026-10-18',
          checkQuestion: 'After the next illness: is every dose on the board?',
          result: 'held',
          chances: 14,
          checks: [{ on: '2026-10-18', result: 'held', chances: 14 }],
        },
        {
          text: 'Keep Nora’s bottle on another shelf, with red tape around it',
          purpose: 'prevent',
          strength: 'strong',
          owner: 'Me',
          due: '2026-07-19',
          priority: 'high',
          doneWhen: 'They can be told apart with eyes closed',
          causeId: 'twins',
          status: 'done',
          doneOn: '2026-07-19',
          checkDate: '2026-10-18',
          checkQuestion: 'Is it still on the other shelf?',
          result: 'held',
          chances: 14,
          checks: [{ on: '2026-10-18', result: 'held', chances: 14 }],
        },
        {
          text: 'If I am in doubt about a dose at night, then I wake whoever was up',
          purpose: 'notice-sooner',
          strength: 'medium',
          owner: 'Both of us',
          due: '2026-07-19',
          priority: 'normal',
          doneWhen: 'We have said to each other that it is welcome',
          causeId: 'no-rule',
          status: 'done',
          doneOn: '2026-07-19',
          checkDate: '2026-10-18',
          checkQuestion: 'Was anyone woken, and was it all right?',
          result: 'partly',
          chances: 2,
          checks: [{ on: '2026-10-18', result: 'partly', chances: 2 }],
        },
        {
          text: 'Ask the doctor whether his bottle could be the colour it is in other countries',
          purpose: 'prevent',
          strength: 'strong',
          owner: 'Dana',
          status: 'declined',
          declinedReason: 'Not in our hands. The red tape does it.',
        },
      ],
      premortem:
        'It happens again at my mother’s, where there is no board. The board has to travel: there is now a card with a pencil in the medicine bag.',
    },
  },
});
