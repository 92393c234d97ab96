import type { KindWording } from './kind-wording.ts';

/** How the ten sections are asked when the COE is about a missed event. */
export const MISSED_EVENT_WORDING: KindWording = {
  context: {
    subtitle: 'What happened',
    prompts: [
      'What happened, in a few sentences?',
      'What had you said yes to, and when?',
      'What else was pulling at you that week?',
      'How did you picture the day going?',
    ],
  },
  customerImpact: {
    subtitle: 'Who was counting on you',
    prompts: [
      'Who looked for you and did not find you?',
      'What did they see or feel, in their own words if you know them?',
      'Have you asked, or are you guessing?',
    ],
  },
  impact: {
    subtitle: 'What it cost you and others',
    prompts: [
      'What can be repeated, and what cannot?',
      'What did it do to trust, and to how you see yourself?',
      'How strong is the feeling now, next to that day?',
    ],
  },
  timeline: {
    subtitle: 'From saying yes to missing it',
    prompts: [
      'When did you first learn of it, and where did you put it?',
      'When was it still easy to make it?',
      'What did you do in the hour it slipped?',
    ],
  },
  noticed: {
    subtitle: 'When it dawned on you',
    prompts: [
      'Did a reminder, a message or a face tell you?',
      'Was there an earlier hint you brushed past?',
      'Who could have nudged you, had they known you had not left?',
    ],
  },
  mitigated: {
    subtitle: 'What you did once you knew',
    prompts: [
      'Whom did you tell first, and how soon?',
      'What did you offer, and was it what they needed?',
      'What still stands between you?',
    ],
  },
  cause: {
    subtitle: 'What made it easy to miss',
    prompts: [
      'Where did the plan live, and could you see it at the right time?',
      'What did you choose instead, perhaps without noticing you chose?',
      'Had anything like this happened before?',
    ],
  },
  whys: {
    subtitle: 'Gently, and let it branch',
    prompts: [
      'What made that feel fine at the time?',
      'If a good friend had done it, what would you think lay behind it?',
      'Is there a part that was truly outside your hands?',
    ],
  },
  learned: {
    subtitle: 'What this says about what matters',
    prompts: [
      'Which promise to yourself did this touch?',
      'What does it show about how you decide what comes first?',
      'What did you do right that you want to keep?',
    ],
  },
  actions: {
    subtitle: 'So that you are there next time',
    prompts: [
      'What can be arranged once so that you need no willpower?',
      'If … (the moment it slips), then I will … what?',
      'Which date will prove it, and who will hold you to it?',
    ],
  },
};
