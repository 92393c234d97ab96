import type { KindWording } from './kind-wording.ts';

/** How the ten sections are asked when the COE is about a career setback. */
export const CAREER_SETBACK_WORDING: KindWording = {
  context: {
    subtitle: 'What happened',
    prompts: [
      'What happened, in a few sentences?',
      'What was the role, and what had you been told success looked like?',
      'Who decided, and what did they know?',
      'What had changed in the year before: people, goals, you?',
    ],
  },
  customerImpact: {
    subtitle: 'Who else it affected',
    prompts: [
      'Who depended on your work or your pay?',
      'What did your team or clients lose?',
      'Who was hurt by how it happened rather than by what happened?',
    ],
  },
  impact: {
    subtitle: 'What it changed for you',
    prompts: [
      'What did it do to money, health, confidence, standing, options?',
      'What has it made possible?',
      'What are you afraid it means, and what facts speak for and against that?',
    ],
  },
  timeline: {
    subtitle: 'First signs to new footing',
    prompts: [
      'Looking back, what is the earliest sign you can date?',
      'Which conversations were turning points, and what was actually said?',
      'What did you believe was going on at each of them?',
    ],
  },
  noticed: {
    subtitle: 'When you knew',
    prompts: [
      'Who told you, and how much did you already sense?',
      'Which feedback reached you, softened or late?',
      'What would have let you know three months sooner?',
    ],
  },
  mitigated: {
    subtitle: 'How you steadied things',
    prompts: [
      'What did you do in the first days to limit the harm?',
      'Whom did you turn to, and what helped?',
      'What did you leave unsaid that still needs saying?',
    ],
  },
  cause: {
    subtitle: 'What led here',
    prompts: [
      'Which parts were yours, which shared, which simply outside?',
      'Which expectations were never put into words?',
      'Which strength of yours worked against you here?',
    ],
  },
  whys: {
    subtitle: 'From events to patterns',
    prompts: [
      'What kept you from asking or changing course then?',
      'Ask again as if advising someone in that seat.',
      'Where does a branch end in “not in my hands”? Stop there and mark it.',
    ],
  },
  learned: {
    subtitle: 'What you take with you',
    prompts: [
      'What do you now know about the work you do well?',
      'What would you look for, and ask, before saying yes again?',
      'What did you do honourably?',
    ],
  },
  actions: {
    subtitle: 'How the next chapter differs',
    prompts: [
      'What habit will surface bad news early (a standing question, a date, a person)?',
      'Which skill is worth the next three months, and how will you know?',
      'When will you look again, and who will look with you?',
    ],
  },
};
