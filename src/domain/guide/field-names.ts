import type { Coe } from '../coe/coe.ts';
import type { SectionId } from '../coe/vocabulary.ts';

/** The fields above the sections, as people name them. */
export const HEADER_NAMES = {
  title: 'Title',
  summary: 'Summary',
  happened: 'When it happened',
  times: 'Milestones',
  severity: 'Severity',
  status: 'Status',
  lifeArea: 'Service or life area',
  tags: 'Tags',
  author: 'Author',
  coach: 'Coach',
} as const satisfies Partial<Record<keyof Coe, string>>;

/** The fields and lists of each section, as people name them. */
export const FIELD_NAMES = {
  context: {
    prose: 'Text',
    expected: 'What was expected',
    different: 'What was different',
    stateThen: 'Your state on the day',
    stateWords: 'Your state in words',
    confidenceThen: 'Your confidence on the day',
  },
  customerImpact: { prose: 'Text', groups: 'Who was affected' },
  impact: { prose: 'Text', costs: 'Costs', feelings: 'Feelings' },
  timeline: { prose: 'Text', entries: 'Entries' },
  noticed: {
    prose: 'Text',
    by: 'Who noticed',
    channel: 'How it reached them',
    signal: 'The signal',
    earliest: 'Earliest moment',
    halve: 'What would have let you notice in half the time',
  },
  mitigated: {
    prose: 'Text',
    steps: 'Steps',
    lasting: 'Temporary or lasting',
    helpers: 'Who helped',
    knewItWorked: 'How you knew it worked',
    halve: 'What would have let you stop it in half the time',
  },
  cause: {
    prose: 'Text',
    trigger: 'Trigger',
    triggerNote: 'About the trigger',
    errorKind: 'Form of the error',
    conditions: 'Conditions',
    safeguards: 'Safeguards',
  },
  whys: { prose: 'Text', happened: 'Why it happened', unnoticed: 'Why it was not noticed sooner' },
  learned: {
    prose: 'Text',
    lessons: 'Lessons',
    wentWell: 'What went well',
    wentBadly: 'What went badly',
    lucky: 'Luck',
    surprisedBy: 'Surprises',
    shouldHear: 'Who should hear it',
    value: 'The value it shows',
  },
  actions: { prose: 'Text', items: 'Actions', premortem: 'If it happened again' },
} as const satisfies { [Id in SectionId]: Partial<Record<keyof Coe['sections'][Id], string>> };

/** What one row of a list is called, by the key of the list. Other lists are called the same as each of their rows. */
export const ROW_NAMES: Readonly<Record<string, string>> = {
  groups: 'Group',
  costs: 'Cost',
  feelings: 'Feeling',
  entries: 'Entry',
  steps: 'Step',
  conditions: 'Condition',
  safeguards: 'Safeguard',
  whys: 'Why',
  lessons: 'Lesson',
  surprisedBy: 'Surprise',
  items: 'Action',
  checks: 'Check',
  links: 'Link',
};

/** The fields of rows whose keys do not say it in words. */
export const ROW_FIELD_NAMES: Readonly<Record<string, string>> = {
  affected: 'How it reached them',
  level: 'How hard it hit them',
  told: 'They know',
  knewThen: 'What was known or believed then',
  effect: 'What it did',
  control: 'In whose hands',
  rule: 'Lesson',
  elsewhere: 'Where else it applies',
  declinedReason: 'Why it was declined',
  dueWords: 'Due, as it was typed',
  doneOnWords: 'Done on, as it was typed',
  checkDate: 'Day of the check',
  checkDateWords: 'Day of the check, as it was typed',
  checkHow: 'What to look at',
  checkQuestion: 'What to ask on that day',
  causeId: 'Cause it removes',
  coeId: 'COE',
  fixId: 'Fix',
};
