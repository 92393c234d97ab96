import type { KindWording } from './kind-wording.ts';

/** How the ten sections are asked when the COE is about any other mistake. */
export const OTHER_MISTAKE_WORDING: KindWording = {
  context: {
    subtitle: 'What happened',
    prompts: [
      'What happened, in a few sentences?',
      'What were you trying to do?',
      'What was different from the usual way?',
      'How did you expect it to end?',
    ],
  },
  customerImpact: {
    subtitle: 'Who was affected',
    prompts: ['Who bore the cost, knowingly or not?', 'How bad was it from where they stood?', 'Do they know?'],
  },
  impact: {
    subtitle: 'What it cost',
    prompts: [
      'What did it take in time, money, safety or goodwill?',
      'What could it have cost had luck run the other way?',
      'How do you feel about it now?',
    ],
  },
  timeline: {
    subtitle: 'Step by step',
    prompts: [
      'What was the last point at which all was well?',
      'What did you see, think and do next?',
      'When was the harm over?',
    ],
  },
  noticed: {
    subtitle: 'How it came to light',
    prompts: ['What tipped you off?', 'Which hint was there earlier?', 'Would you have found out without luck?'],
  },
  mitigated: {
    subtitle: 'How you limited it',
    prompts: ['What did you do first, and did it help?', 'Who lent a hand?', 'What is still open?'],
  },
  cause: {
    subtitle: 'What let it happen',
    prompts: [
      'Was it a slip, something forgotten, a wrong belief, or a shortcut?',
      'What made the wrong move the easy one?',
      'What usually prevents this, and where was it?',
    ],
  },
  whys: {
    subtitle: 'Keep asking, let it branch',
    prompts: ['What made that likely?', 'And what else?', 'Does it still read true backwards with “therefore”?'],
  },
  learned: {
    subtitle: 'What to remember',
    prompts: ['What would you tell someone about to do the same?', 'What went right?', 'Where else could this bite?'],
  },
  actions: {
    subtitle: 'What you will set up differently',
    prompts: [
      'What change removes the chance instead of asking you to be careful?',
      'Who or what will tell you sooner?',
      'When will you check?',
    ],
  },
};
