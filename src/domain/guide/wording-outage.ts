import type { KindWording } from './kind-wording.ts';

/** How the ten sections are asked when the COE is about an outage. */
export const OUTAGE_WORDING: KindWording = {
  context: {
    subtitle: 'What a newcomer must know first',
    prompts: [
      'What happened, in a few sentences?',
      'What does this service do, and for whom?',
      'What had changed in the days before?',
      'What did everyone expect to happen?',
    ],
  },
  customerImpact: {
    subtitle: 'What users experienced',
    prompts: [
      'Which users could not do what, from when to when?',
      'How many, and how do you know?',
      'What would one of them have told a friend about it?',
    ],
  },
  impact: {
    subtitle: 'What it cost us',
    prompts: [
      'What did it cost in money, hours, trust or delayed work?',
      'What data or promises were put at risk?',
      'What did it not touch that it might have?',
    ],
  },
  timeline: {
    subtitle: 'From the first quiet sign to back to normal',
    prompts: [
      'Start before anyone noticed: what was the first thing that was different?',
      'For each step: what did people see, and what did they believe then?',
      'What happened in the longest silent stretch?',
    ],
  },
  noticed: {
    subtitle: 'Who or what raised the flag',
    prompts: [
      'Was it an alert, a colleague, a user, or luck?',
      'Which signal was there already, and why did it not reach anyone?',
      'What would have let you notice in half the time?',
    ],
  },
  mitigated: {
    subtitle: 'What stopped the harm',
    prompts: [
      'Which step made things better, and how could you tell?',
      'What was tried that did nothing, or made it worse?',
      'Whom did you need, and how hard were they to reach?',
    ],
  },
  cause: {
    subtitle: 'What had to be true for this to happen',
    prompts: [
      'What set it off?',
      'Which conditions had been waiting, and for how long?',
      'Which safeguard should have caught it, and what happened there?',
    ],
  },
  whys: {
    subtitle: 'Keep asking, let it branch',
    prompts: [
      'What made that possible? Is there a second answer?',
      'Read upward with “therefore”: does it still hold?',
      'Does any branch end in a person? What about the set-up let that matter?',
    ],
  },
  learned: {
    subtitle: 'What we know now',
    prompts: [
      'What surprised the people who know this best?',
      'What went well, and what was plain luck?',
      'Where else is the same trap waiting?',
    ],
  },
  actions: {
    subtitle: 'So that it does not come back',
    prompts: [
      'What would make this impossible, not just less likely?',
      'If it starts again, who knows within minutes?',
      'On what date will you check that it held, and by looking at what?',
    ],
  },
};
