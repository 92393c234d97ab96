import { dayMoment } from '#domain/time/moment.ts';

import { at, event, exampleCoe, INVENTED_LINE, prose, why } from './example-coe.ts';

/** A missed event whose only fix was a weak one; it was reopened when the same thing came back. */
export const FRIEND_APPOINTMENT = exampleCoe({
  id: '01HCX04VT0PR0M1SE000000001',
  kind: 'missed-event',
  title: 'Did not turn up to drive Ines home from the clinic',
  happened: dayMoment('2023-10-14'),
  summary:
    'I had promised to fetch Ines after a minor operation. I had it in my head for the week after. She waited fifty minutes in the lobby, still dizzy, and took a taxi.',
  severity: 2,
  status: 'reopened',
  depth: 'standard',
  lifeArea: 'Friends',
  tags: ['ines', 'promises'],
  statusHistory: [
    { status: 'closed', at: '2024-01-15T19:00:00.000Z' },
    {
      status: 'reopened',
      at: '2025-06-08T20:10:00.000Z',
      why: 'It came back: the graduation. “Remember” had not held.',
    },
  ],
  minutesWriting: 70,
  createdAt: '2023-10-16T19:42:00.000Z',
  updatedAt: '2025-06-08T15:11:00.000Z',
  sections: {
    context: {
      prose: prose(
        'Ines and I have been friends since college. She lives alone and does not like to ask. When the eye clinic told her that somebody must fetch her after the operation, she asked me, in the doorway, at the end of a long evening with four other people talking. I said, “Of course. Next Saturday.” I was honoured, if that is the word.',
        'I was between two projects at Harrow Freight, sleeping fine, with no excuse in sight.',
        INVENTED_LINE,
      ),
      expected: 'I would be in the lobby at noon with the car outside and a bag of the lemon sweets she likes.',
      different: 'She had asked aloud; usually we fix things by message. There was nothing to scroll back to.',
      stateThen: 4,
      stateWords: 'Rested, cheerful, a little scattered after the party.',
      confidenceThen: 4,
    },
    customerImpact: {
      prose: prose(
        'Ines sat in the lobby with a patch over one eye and a sheet of paper that said she must not go home alone. The nurse asked her three times whether someone was really coming. In the end she told them that I was parking, and walked out to a taxi.',
        'I know this because she told me, two weeks later, when I asked how it had been instead of saying sorry again. She said the eye was nothing. “It was the nurse’s face the third time.”',
      ),
      groups: [
        {
          who: 'Ines',
          howMany: '1',
          affected: 'Waited for fifty minutes, unwell, and had to pretend that someone was coming',
          level: 2,
          told: true,
          putRight: true,
        },
        {
          who: 'The nurse at the desk',
          howMany: '1',
          affected: 'Let a patient go against the rule, on a white lie',
          level: 1,
          told: false,
          putRight: false,
        },
      ],
    },
    impact: {
      prose: prose(
        'She paid for the taxi and would not be paid back. For the second eye, in December, she asked a colleague. She told me so kindly, and it was the kindness that hurt.',
        'It could have been worse: she might have fallen on the steps, with one eye, dizzy. That she did not is luck.',
      ),
      costs: [
        { area: 'trust', what: 'Asked someone else for the second operation', amount: '1', unit: 'chance to help' },
        { area: 'money', what: 'Her taxi', amount: '34', unit: 'USD' },
        { area: 'time', what: 'Her wait in the lobby', amount: '50', unit: 'minutes' },
      ],
      feelings: [
        { word: 'ashamed', onTheDay: 8, now: 2 },
        { word: 'fond of her', onTheDay: 6, now: 8 },
      ],
    },
    timeline: {
      prose:
        'I had little to go by: nothing had been written down. Her times come from the clinic’s sheet and the taxi receipt.',
      entries: [
        event(
          at('2023-10-08T22:20', true),
          'In our doorway, on Sunday night, Ines asks whether I could fetch her “next Saturday, around noon”. I say yes.',
          {
            evidence: 'Memory, hers and mine; we differ',
            knewThen: 'Next Saturday, to me, is the one after this one: the 21st.',
            effect: 'neutral',
          },
        ),
        event(
          at('2023-10-09T08:15', true),
          'I think of writing it down on the way to work. The phone is in the bag. I think: I won’t forget this one.',
          {
            mark: 'began',
            knewThen: 'Important things stay in the head by themselves.',
            effect: 'harmed',
          },
        ),
        event(
          at('2023-10-12T19:04'),
          'Ines writes: “Nervous about Saturday.” I answer with a heart and “You’ll be fine.”',
          {
            evidence: 'Message',
            knewThen: 'I took it for nerves nine days ahead.',
            effect: 'harmed',
          },
        ),
        event(at('2023-10-14T11:50', true), 'She is told that she may leave as soon as her person comes.', {
          evidence: 'Clinic sheet',
        }),
        event(
          at('2023-10-14T12:25'),
          'She calls me. I am on the roof with my neighbour, cleaning the gutters, phone in the kitchen.',
          {
            evidence: 'Call log',
            effect: 'neutral',
          },
        ),
        event(at('2023-10-14T12:41'), 'She takes a taxi.', { evidence: 'Receipt', mark: 'mitigated' }),
        event(
          at('2023-10-14T15:32'),
          'I see the missed call, ring back, and hear a voice that is being careful. Then I know.',
          { mark: 'noticed' },
        ),
        event(at('2023-10-14T15:33'), 'I say it: I had the wrong week. I say sorry four times.', {
          mark: 'told',
          effect: 'neutral',
        }),
        event(at('2023-10-14T17:00', true), 'I bring soup. She is tired and would rather be alone.', {
          effect: 'neutral',
        }),
        event(
          dayMoment('2023-10-29'),
          'We walk by the river. I ask how it was and listen. It is the first good hour since.',
          { mark: 'resolved', effect: 'helped' },
        ),
      ],
    },
    noticed: {
      prose: prose(
        'I found out from a missed call, three hours after she needed me. Two days earlier she had all but told me: “Nervous about Saturday.” I read it, and read it as something about her mood.',
        'A question back, “this Saturday?”, would have done it.',
      ),
      by: 'affected',
      channel: 'A missed call',
      signal: 'misread',
      earliest: at('2023-10-12T19:04'),
      halve:
        'Carry the phone on a day when someone may need me. Better: have it written where the day itself would tell me.',
    },
    mitigated: {
      prose: prose(
        'She had already helped herself; nothing I did that day made it better for her. The soup was for me.',
        'What helped came later: not apologising a fifth time, and asking.',
      ),
      steps: [
        { text: 'Rang back and said which mistake I had made' },
        { text: 'Brought soup: did nothing, and tired her' },
        { text: 'Asked, two weeks later, how it had been for her' },
      ],
      lasting: 'temporary',
      helpers: 'The taxi driver, who walked her to the door.',
      knewItWorked: 'She told me about the nurse.',
      halve: 'Ask first, bring soup after.',
    },
    cause: {
      prose: prose(
        'I had the wrong week, from a sentence heard once in a doorway. “Next Saturday”, said on a Sunday, was six days off for her and thirteen for me, and neither of us knew.',
        'Behind it was a belief that looks odd written down: that what matters to me does not need a note. At work I write down everything. With friends, writing it down felt like not trusting my own heart.',
      ),
      trigger: 'conversation',
      triggerNote: '“Next Saturday”, said in a doorway on a Sunday.',
      errorKind: 'wrong-picture',
      conditions: [
        {
          id: 'next-saturday',
          condition: 'assumption',
          control: 'mine',
          knownBefore: false,
          note: 'Took “next Saturday” to be the 21st and did not say the date back.',
        },
        {
          id: 'in-the-head',
          condition: 'attention-memory',
          control: 'mine',
          knownBefore: true,
          note: 'Private promises live in my head alone.',
        },
        {
          condition: 'communication-handoff',
          control: 'mine',
          knownBefore: false,
          note: 'Nothing in writing, and a hint two days before that I read as a mood.',
        },
        {
          condition: 'help-not-sought',
          control: 'outside',
          knownBefore: true,
          note: 'She finds asking hard, so she did not ask twice.',
        },
      ],
      safeguards: [
        { text: 'The clinic does not let people go alone', purpose: 'contain', state: 'bypassed' },
        { text: 'A taxi rank outside the door', purpose: 'recover', state: 'held' },
      ],
    },
    whys: {
      prose:
        'Asked as I would ask it about a friend. The second branch is the one I did not like, and the one that mattered two years later.',
      happened: [
        why('I was on a roof when she needed me', {}, [
          why('I believed it was the week after', { evidence: 'Our two memories of one sentence' }, [
            why('“Next Saturday” reads two ways', { id: 'two-ways', control: 'outside', mark: 'outside' }),
            why('I did not say the date back to her', { control: 'mine' }, [
              why('It was a warm moment and a date seemed cold', {
                id: 'warm-moment',
                control: 'mine',
                mark: 'root-cause',
              }),
            ]),
          ]),
          why('Nothing on the day told me otherwise', {}, [
            why('It stood in no calendar', { control: 'mine' }, [
              why('I keep promises to friends in my head, as a matter of feeling', {
                id: 'feeling',
                control: 'mine',
                mark: 'root-cause',
              }),
            ]),
          ]),
        ]),
      ],
      unnoticed: [
        why('I read her message and answered it without hearing it', { evidence: 'Message of 12 October' }, [
          why('It gave no date, and I had no reason to doubt mine', {
            id: 'no-doubt',
            control: 'mine',
            mark: 'root-cause',
          }),
        ]),
      ],
    },
    learned: {
      prose: prose(
        'People who find asking hard ask once. The rest is up to me.',
        'Added in June 2025: I came back to this after Nora’s graduation. The lesson was right and the fix was not one. I had written “remember to note promises at once”. I did, for about a month.',
      ),
      lessons: [
        { rule: 'Say the date back, with the number in it.', elsewhere: 'Deadlines at work, plumbers, my mother.' },
        {
          rule: 'Writing a promise down is a way to keep it, not a sign that I might not.',
          elsewhere: 'Everyone I love.',
        },
      ],
      wentWell: [{ text: 'I named the mistake at once and did not blame the phrase' }],
      wentBadly: [{ text: 'I apologised until she had to comfort me' }],
      lucky: [{ text: 'She did not fall on the steps' }],
      surprisedBy: [{ text: 'It was the nurse’s look, not the wait' }],
      shouldHear: 'Nobody; Ines knows.',
      value: 'Being close.',
    },
    actions: {
      prose: 'Left as I wrote them in 2023, with what became of each.',
      items: [
        {
          text: 'Remember to write promises down at once',
          purpose: 'prevent',
          strength: 'weak',
          owner: 'Me',
          due: '2023-10-31',
          doneWhen: 'I do it',
          causeId: 'feeling',
          status: 'done',
          doneOn: '2023-10-31',
          checkDate: '2025-06-08',
          checkQuestion: 'Have I missed anything I had said yes to?',
          result: 'came-back',
          chances: 20,
          checks: [{ on: '2025-06-08', result: 'came-back', chances: 20, coeId: '01JX43M9N0GRADN5C0E0000001' }],
        },
        {
          text: 'If someone gives me a day, then I say it back with its date',
          purpose: 'prevent',
          strength: 'medium',
          owner: 'Me',
          due: '2023-11-15',
          doneWhen: 'Ten dates said back',
          causeId: 'two-ways',
          status: 'done',
          doneOn: '2023-12-02',
          checkDate: '2024-06-01',
          checkQuestion: 'Any more wrong weeks?',
          result: 'held',
          chances: 15,
          checks: [{ on: '2024-06-01', result: 'held', chances: 15 }],
        },
        {
          text: 'Ask Ines what she needs for the second eye, and do that',
          purpose: 'put-right',
          strength: 'medium',
          owner: 'Me',
          due: '2023-11-30',
          doneWhen: 'She has told me',
          status: 'done',
          doneOn: '2023-11-12',
          checkDate: '2024-01-15',
          checkQuestion: 'Did I do what she asked, which was to feed the cat?',
          result: 'held',
          chances: 1,
          checks: [{ on: '2024-01-15', result: 'held', chances: 1 }],
        },
      ],
      premortem:
        'I promise something in a doorway again and am sure that I will not forget it. Of these three only the saying back would help, and only if the day itself then speaks up.',
    },
  },
});
