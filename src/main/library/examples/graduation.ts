import { dayMoment } from '#domain/time/moment.ts';

import { at, event, exampleCoe, INVENTED_LINE, prose, why } from './example-coe.ts';

/** A missed event: grave, because it cannot be repeated; its fixes have been tested and held. */
export const GRADUATION = exampleCoe({
  id: '01JX43M9N0GRADN5C0E0000001',
  kind: 'missed-event',
  title: 'Missed the kindergarten graduation',
  happened: dayMoment('2025-06-05'),
  summary:
    'The ceremony was moved from 10:30 to 9:00. The new time reached one of us and not the other, and on the morning I gave a call at work the minutes I did have. I arrived as the chairs were being stacked.',
  severity: 3,
  status: 'held',
  depth: 'full',
  lifeArea: 'Family',
  tags: ['nora', 'school'],
  coach: 'Dana',
  links: [
    {
      type: 'same-cause',
      coeId: '01HCX04VT0PR0M1SE000000001',
      fixId: 'action-1',
      verdict: 'did-not-hold',
      note: 'Then too I had said yes to something that lived only in my head. The fix from that time was a promise to remember.',
    },
  ],
  minutesWriting: 165,
  createdAt: '2025-06-07T02:31:00.000Z',
  updatedAt: '2025-12-14T20:05:00.000Z',
  sections: {
    context: {
      prose: prose(
        'Nora is six. Her kindergarten ends with a small ceremony in the gym: paper caps, one song, and each child says what they want to be. She had practised her line for two weeks, mostly at me, mostly while I was cooking. It was “I want to be a marine biologist and also a vet for sharks.”',
        'I had said yes in April and asked for the morning off in my head, which is to say I had asked nobody. Work is fifteen minutes from the school. That week we were moving a customer to the new booking system, and I was the one they called.',
        INVENTED_LINE,
      ),
      expected:
        'A 10:30 start. I would leave at 10:00 after one call, park behind the gym, and sit in the second row with Dana.',
      different:
        'The school had moved it to 9:00 because the gym was needed for a funeral lunch. And I had a customer move on, which I had not had in April.',
      stateThen: 2,
      stateWords: 'Five hours of sleep three nights running. Wound up, and a bit proud of being needed.',
      confidenceThen: 5,
    },
    customerImpact: {
      prose: prose(
        'Nora stood in the first row and looked for me. Dana says she found the empty chair, then the door, then the chair again. She said her line. She said it to the door.',
        'I asked her about it on the Saturday, in the car, where we talk best. She said, “It’s okay, you were working,” in the voice she uses for things that are not okay. Later, from the back seat: “Did you hear about the sharks?” I had heard it forty times in the kitchen. I told her that, and that the one time I wanted to hear was the one I missed.',
      ),
      groups: [
        {
          who: 'Nora',
          howMany: '1',
          affected: 'Looked for me, and said her line to the door',
          level: 3,
          told: true,
          putRight: true,
        },
        {
          who: 'Dana',
          howMany: '1',
          affected: 'Held a seat, filmed, and had to explain to a six-year-old',
          level: 2,
          told: true,
          putRight: true,
        },
        {
          who: 'My mother-in-law',
          howMany: '1',
          affected: 'Had driven three hours and wanted a picture of the three of us',
          level: 1,
          told: true,
          putRight: false,
        },
      ],
    },
    impact: {
      prose: prose(
        'The ceremony cannot be repeated. There is a film of it, in which you can hear Dana breathe in when the door stays shut.',
        'What it did to trust is smaller and lasts longer. For most of the summer Nora asked twice before anything: “You are coming? Coming coming?” I wrote down the first day she asked only once. It was the ninth of September.',
        'The harshest thought was: *I am the kind of father who isn’t there.* For it: this, and the swimming badge in March. Against it: I have walked her to school on most days of her life, and it was me she practised on. What fits both: I am there when there is a routine, and I come late to things that happen once.',
      ),
      costs: [
        { area: 'trust', what: 'Nora asked twice before every plan', amount: '3', unit: 'months', estimate: true },
        { area: 'opportunity', what: 'A morning that will not come again', amount: '1', unit: 'morning' },
        { area: 'team', what: 'A quiet week at home', amount: '1', unit: 'week' },
        { area: 'time', what: 'What the call I stayed on was worth, in the end', amount: '12', unit: 'minutes' },
        { area: 'learning', what: 'Sunday evenings with the calendar, which we like', amount: '1', unit: 'habit' },
      ],
      feelings: [
        { word: 'ashamed', onTheDay: 9, now: 3 },
        { word: 'sad', onTheDay: 7, now: 4 },
      ],
    },
    timeline: {
      prose: 'Put together from the school’s mails, my call log, Dana’s messages and what the two of us remember.',
      entries: [
        event(
          dayMoment('2025-04-11'),
          'Nora brings home the invitation: 5 June, 10:30, in the gym. I say “of course” and it goes on the fridge.',
          {
            evidence: 'The invitation, still on the fridge',
            knewThen: 'I took the fridge for a calendar.',
          },
        ),
        event(
          at('2025-05-28T14:12'),
          'The school writes to say that the ceremony moves to 9:00. The mail goes to the one address they have, which is Dana’s.',
          {
            mark: 'began',
            evidence: 'Mail from the school office',
            effect: 'harmed',
          },
        ),
        event(
          at('2025-05-28T21:30', true),
          'Dana tells me while I am reading about the customer move. I say “mm, nine, okay.” She remembers it. I do not.',
          {
            evidence: 'Dana’s memory',
            knewThen: 'Dana: that I knew. Me: nothing had changed.',
            effect: 'harmed',
          },
        ),
        event(
          at('2025-06-04T22:10'),
          'Dana writes on the family chat: “Big day tomorrow. Cap is in the car.” No time in it; we both think we know the time.',
          {
            evidence: 'Family chat',
            effect: 'neutral',
          },
        ),
        event(at('2025-06-05T08:05'), 'I leave for work, kiss Nora on the paper cap, and say “see you there”.', {
          evidence: 'Memory; the cap has a dent',
          effect: 'neutral',
        }),
        event(
          at('2025-06-05T08:41'),
          'Dana writes: “Where are you parking? It’s filling up.” I see it on the lock screen during the call. It seems early, and I put the phone face down.',
          {
            evidence: 'Family chat; read at 08:41',
            knewThen: 'She likes to be early. I have an hour and a half.',
            effect: 'harmed',
          },
        ),
        event(at('2025-06-05T09:06'), 'Dana calls. I decline it with “in a call, 10 min”.', {
          evidence: 'Call log',
          effect: 'harmed',
        }),
        event(at('2025-06-05T09:18'), 'I look at the phone: a photo of the stage, with children on it. I know.', {
          mark: 'noticed',
          evidence: 'Photo sent 09:13',
          effect: 'helped',
        }),
        event(
          at('2025-06-05T09:19'),
          'I leave in the middle of a sentence. The customer, it turns out, has children too and finishes the call without me.',
          {
            effect: 'helped',
          },
        ),
        event(
          at('2025-06-05T09:37'),
          'I come in by the side door. They are stacking the chairs. Nora is eating a biscuit and sees me.',
          {
            evidence: 'Memory',
          },
        ),
        event(at('2025-06-05T09:40'), 'I crouch down and say that I missed it, that I am sorry, and nothing else.', {
          mark: 'told',
          effect: 'helped',
        }),
        event(
          at('2025-06-05T18:30', true),
          'At home she puts the cap back on and does the whole ceremony again, alone, for an audience of one, and I cry a little at the sharks.',
          {
            mark: 'mitigated',
            effect: 'helped',
            evidence: 'She remembers it too',
          },
        ),
        event(dayMoment('2025-09-09'), 'She asks “are you coming?” once.', {
          mark: 'resolved',
          evidence: 'My notebook',
        }),
      ],
    },
    noticed: {
      prose: prose(
        'A photo told me, eighteen minutes after it began. Before the photo there were three signals, each of which I saw: Dana’s sentence the week before, the message about parking, and the call I declined.',
        'Not one of them said the time. “It’s filling up” could only mean one thing if you knew it was at nine, and could mean nothing if you were sure it was at half past ten. I was sure.',
      ),
      by: 'colleague',
      channel: 'A photo in the family chat',
      signal: 'not-acted-on',
      earliest: at('2025-06-05T08:41'),
      halve: 'Had the message said “starts at 9”, I would have been in the car at 8:42.',
    },
    mitigated: {
      prose: prose(
        'I wanted to explain. In the car I had three explanations ready, all of them true. What I did in the end was say that I had missed it and be quiet, and it was the one good decision of the morning.',
        'I offered a trip to the aquarium. What she wanted was to do the ceremony again for me in the living room. The aquarium we did in July, because of the sharks.',
      ),
      steps: [
        { text: 'Left the call at once: saved nothing, and I am glad I did it' },
        { text: 'Told her plainly, without the reasons' },
        { text: 'Heard the whole ceremony at home, phone in another room' },
        { text: 'Told Dana in the evening that I did not remember her telling me. It was the harder talk of the two' },
      ],
      lasting: 'lasting',
      helpers: 'Dana, who did not say “I told you”. The customer, who said “go”.',
      knewItWorked: 'Nora told the story at dinner in August, and in it I was funny.',
      halve: 'One glance at the school’s page at eight o’clock.',
    },
    cause: {
      prose: prose(
        'The trigger was outside: the school changed the time. What had been waiting was ours. The school can write to one address. In our house a thing said counts as a thing known. I believed a time that I had read once, in April, and it would have taken ten seconds to check.',
        'And then the part that is mine. At 8:41 I saw a message from my wife and one from a customer, and I answered the one that had a meeting around it. Things with a time and a name in my calendar win over things without, every time. The ceremony had no entry.',
      ),
      trigger: 'change-others',
      triggerNote: 'The school moved the ceremony from 10:30 to 9:00.',
      errorKind: 'wrong-picture',
      conditions: [
        {
          id: 'checked-once',
          condition: 'assumption',
          control: 'mine',
          knownBefore: false,
          note: 'I had 10:30 from April and never looked again.',
        },
        {
          id: 'said-is-known',
          condition: 'communication-handoff',
          control: 'mine',
          knownBefore: true,
          note: 'Between us, something said in passing counts as handed over.',
        },
        {
          id: 'one-address',
          condition: 'dependency-outside',
          control: 'influence',
          knownBefore: true,
          note: 'The school’s system holds one address a child.',
        },
        {
          id: 'meeting-wins',
          condition: 'priorities-tradeoff',
          control: 'mine',
          knownBefore: true,
          note: 'What has an entry beats what has none.',
        },
        {
          id: 'like-ines',
          condition: 'known-not-fixed',
          control: 'mine',
          knownBefore: true,
          note: 'The same as with Ines in 2023, and I had promised to remember.',
        },
        {
          condition: 'workload-time',
          control: 'influence',
          knownBefore: true,
          note: 'A customer move in the last week of the school year.',
        },
      ],
      safeguards: [
        { text: 'The school tells parents about changes', purpose: 'notice', state: 'weak' },
        { text: 'Our shared calendar', purpose: 'prevent', state: 'bypassed' },
        { text: 'Dana’s message and her call', purpose: 'notice', state: 'bypassed' },
        { text: 'Work is fifteen minutes away', purpose: 'contain', state: 'weak' },
        { text: 'Dana filmed it', purpose: 'recover', state: 'held' },
      ],
    },
    whys: {
      prose: 'Written ten days later, as if about a friend. It came out kinder than my first try, and more exact.',
      happened: [
        why('He was at work when it began', { evidence: 'Call log' }, [
          why('He thought it began at 10:30', { control: 'mine' }, [
            why('The new time came by mail to Dana alone', { evidence: 'Mail of 28 May', control: 'influence' }, [
              why('The school’s form has room for one address', {
                id: 'form',
                control: 'outside',
                mark: 'outside',
                evidence: 'Asked the office: true, and they hate it',
              }),
              why('We had never set up that school mail goes to both of us', {
                id: 'mail-both',
                control: 'mine',
                mark: 'root-cause',
              }),
            ]),
            why('When Dana told him, it did not land', { evidence: 'Dana’s memory' }, [
              why('He was reading, and “mm” is enough in this family to count as heard', { control: 'mine' }, [
                why('We hand things over by saying them, with nowhere that shows whether they arrived', {
                  id: 'no-handover',
                  control: 'mine',
                  mark: 'root-cause',
                }),
              ]),
            ]),
          ]),
          why('He had an hour and a half to spare, as he thought, and filled it', { control: 'mine' }, [
            why('The ceremony was not in his calendar, so work was free to use the morning', {
              id: 'no-entry',
              control: 'mine',
              mark: 'root-cause',
            }),
          ]),
        ]),
      ],
      unnoticed: [
        why('Three signals were seen and none made him move', { evidence: 'Chat and call log' }, [
          why('None of them said the time', { id: 'no-time', control: 'influence', mark: 'root-cause' }),
          why('Leaving a call seemed to need a reason he could prove', { control: 'mine' }, [
            why('Being needed at work feels good, and quickly', {
              control: 'mine',
              mark: 'unknown',
              evidence: 'Would need a few honest weeks of watching it',
            }),
          ]),
        ]),
      ],
    },
    learned: {
      prose: prose(
        'I had thought of myself as someone who puts family first and is unlucky with times. The calendar says something else: whatever has an entry comes first. That is good news, since I can make entries.',
        'Nobody in this story was careless. Two people each had good grounds to think that the other knew.',
      ),
      lessons: [
        {
          rule: 'A yes is not a plan until it has a place, a time to leave, and an entry both of us can see.',
          elsewhere: 'Dentist, my mother’s birthday, the reviews I promise at work.',
        },
        {
          rule: 'Something has been handed over when the other person has said it back.',
          elsewhere: 'Medicine, school bags, every handover on call.',
        },
        { rule: 'When someone I love calls twice, the second call is the message.', elsewhere: 'My father.' },
      ],
      wentWell: [
        { text: 'I said it plainly and did not explain' },
        { text: 'I asked Nora how it was instead of guessing' },
      ],
      wentBadly: [{ text: 'I declined the call' }],
      lucky: [{ text: 'The film. Dana had nearly left her phone in the car' }],
      surprisedBy: [
        { text: 'What Nora wanted was to do it again, and it cost nothing' },
        { text: 'The customer did not mind at all' },
      ],
      shouldHear: 'Dana, who read this twice. Nora, when she is older and asks.',
      value: 'Being close.',
    },
    actions: {
      prose: 'We chose these together on a Sunday, and crossed out four more that amounted to “try harder”.',
      items: [
        {
          text: 'Send all school mail to an address that reaches both of us',
          purpose: 'prevent',
          strength: 'strong',
          owner: 'Dana',
          due: '2025-06-15',
          priority: 'high',
          doneWhen: 'A test mail from the office arrives on both phones',
          causeId: 'mail-both',
          status: 'done',
          doneOn: '2025-06-10',
          checkDate: '2025-12-10',
          checkQuestion: 'Has either of us heard of a school date from the other first?',
          result: 'held',
          chances: 11,
          checks: [{ on: '2025-12-10', result: 'held', chances: 11 }],
        },
        {
          text: 'If a date for one of us arrives, then whoever reads it puts it in the shared calendar with the drive, before closing the mail',
          purpose: 'prevent',
          strength: 'medium',
          owner: 'Dana and me',
          due: '2025-06-15',
          priority: 'high',
          doneWhen: 'The next five dates are in, drive included',
          causeId: 'no-entry',
          status: 'done',
          doneOn: '2025-07-02',
          checkDate: '2025-12-10',
          checkQuestion: 'Was I on time for the things that happened once: first day, recital, parents’ evening?',
          result: 'held',
          chances: 6,
          checks: [{ on: '2025-12-10', result: 'held', chances: 6 }],
        },
        {
          text: 'Look at the week together on Sunday after supper, out loud, times included',
          purpose: 'notice-sooner',
          strength: 'medium',
          owner: 'Me',
          due: '2025-06-22',
          priority: 'normal',
          doneWhen: 'Eight Sundays in a row',
          causeId: 'no-handover',
          status: 'done',
          doneOn: '2025-08-17',
          checkDate: '2025-12-10',
          checkQuestion: 'Do we still do it, and has it caught anything?',
          result: 'partly',
          chances: 24,
          checks: [{ on: '2025-12-10', result: 'partly', chances: 24 }],
        },
        {
          text: 'Give Dana and the school a ring that gets through when my phone is silent',
          purpose: 'notice-sooner',
          strength: 'strong',
          owner: 'Me',
          due: '2025-06-08',
          priority: 'normal',
          doneWhen: 'A test call rings during a meeting',
          causeId: 'meeting-wins',
          status: 'done',
          doneOn: '2025-06-06',
          checkDate: '2025-12-10',
          checkQuestion: 'Did a call that mattered get through?',
          result: 'held',
          chances: 2,
          checks: [{ on: '2025-12-10', result: 'held', chances: 2 }],
        },
        {
          text: 'Take every school day off as holiday',
          purpose: 'soften',
          strength: 'strong',
          owner: 'Me',
          status: 'declined',
          declinedReason:
            'There are nineteen of them. It would be a promise I could not keep, and that is how this began.',
        },
      ],
      premortem:
        'Half a year on I have missed the winter concert. The likely story: a date that came by word of mouth, from another parent, and never met the calendar. None of the above would have caught it except the Sundays, so the Sundays stay.',
    },
  },
});
