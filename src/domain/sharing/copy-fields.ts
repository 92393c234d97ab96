/**
 * How a field is copied into a shared copy.
 *
 * - `text`: words of the writer, in which names are replaced and links to private attachments are removed.
 * - `person`: the same for a field whose words name people.
 * - `term`: a term of the app as it is, or own words as `text`.
 * - `texts`: a list of such words.
 * - `value`: a number, yes or no, or an id of a closed list, as it is.
 * - `time`: a moment, as coarse as the copy says.
 * - `date`: a calendar date; `past-date` is one that would tell when it happened.
 * - `reference`: the id of another row; null unless that row goes along.
 */
export type FieldRule =
  | 'text'
  | 'person'
  | 'term'
  | 'texts'
  | 'value'
  | 'time'
  | 'date'
  | 'past-date'
  | 'reference'
  | { readonly fields: FieldRules }
  | { readonly rows: FieldRules; readonly isTree?: boolean };
/** The rule for each field, by its key. A field without a rule is not copied. */
export type FieldRules = { readonly [key: string]: FieldRule };

const SECTION = { prose: 'text', skipped: 'value' } as const;
const NOTES = { rows: { text: 'text' } } as const;

const WHY: FieldRules = {
  text: 'text',
  evidence: 'text',
  control: 'value',
  mark: 'value',
  get whys() {
    return { rows: WHY, isTree: true };
  },
};

const SECTION_FIELDS = {
  context: {
    fields: {
      ...SECTION,
      expected: 'text',
      different: 'text',
      stateThen: 'value',
      stateWords: 'text',
      confidenceThen: 'value',
    },
  },
  customerImpact: {
    fields: {
      ...SECTION,
      groups: {
        rows: { who: 'person', howMany: 'text', affected: 'text', level: 'value', told: 'value', putRight: 'value' },
      },
    },
  },
  impact: {
    fields: {
      ...SECTION,
      costs: { rows: { area: 'value', what: 'text', amount: 'text', unit: 'text', estimate: 'value' } },
      feelings: { rows: { word: 'text', onTheDay: 'value', now: 'value' } },
    },
  },
  timeline: {
    fields: {
      ...SECTION,
      entries: {
        rows: { when: 'time', what: 'text', mark: 'value', evidence: 'text', knewThen: 'text', effect: 'value' },
      },
    },
  },
  noticed: {
    fields: { ...SECTION, by: 'value', channel: 'text', signal: 'value', earliest: 'time', halve: 'text' },
  },
  mitigated: {
    fields: {
      ...SECTION,
      steps: NOTES,
      lasting: 'value',
      helpers: 'person',
      knewItWorked: 'text',
      halve: 'text',
    },
  },
  cause: {
    fields: {
      ...SECTION,
      trigger: 'value',
      triggerNote: 'text',
      errorKind: 'value',
      conditions: { rows: { condition: 'term', control: 'value', knownBefore: 'value', note: 'text' } },
      safeguards: { rows: { text: 'text', purpose: 'value', state: 'value' } },
    },
  },
  whys: { fields: { ...SECTION, happened: { rows: WHY, isTree: true }, unnoticed: { rows: WHY, isTree: true } } },
  learned: {
    fields: {
      ...SECTION,
      lessons: { rows: { rule: 'text', elsewhere: 'text' } },
      wentWell: NOTES,
      wentBadly: NOTES,
      lucky: NOTES,
      surprisedBy: NOTES,
      shouldHear: 'person',
      value: 'term',
    },
  },
  actions: {
    fields: {
      ...SECTION,
      items: {
        rows: {
          text: 'text',
          purpose: 'value',
          strength: 'value',
          owner: 'person',
          due: 'date',
          dueWords: 'text',
          priority: 'value',
          doneWhen: 'text',
          causeId: 'reference',
          status: 'value',
          declinedReason: 'text',
          doneOn: 'past-date',
          checkDate: 'date',
          checkDateWords: 'text',
          checkQuestion: 'text',
          checkHow: 'text',
          result: 'value',
          chances: 'value',
          proposedBy: 'person',
          checks: { rows: { on: 'date', result: 'value', chances: 'value', note: 'text' } },
        },
      },
      premortem: 'text',
    },
  },
} as const satisfies FieldRules;

/**
 * Every field of a COE that may be in a copy, and how it is copied. What is not here never leaves in one: a new field is
 * private until someone lists it. Attachments and patterns have keys of their own in the body of a copy.
 */
export const COPY_FIELDS: FieldRules = {
  title: 'text',
  happened: 'time',
  summary: 'text',
  severity: 'value',
  status: 'value',
  lifeArea: 'text',
  tags: 'texts',
  author: 'person',
  coach: 'person',
  times: { fields: { began: 'time', noticed: 'time', told: 'time', mitigated: 'time', resolved: 'time' } },
  sections: { fields: SECTION_FIELDS },
};

/**
 * The fields that are never in a copy, whatever their label: bookkeeping, what says something about other COEs, and words
 * for a past day, which cannot be made as coarse as the copy says. In rows, `id` is replaced by a keyed hash. `kind` and `patternIds` are in the body in a form of their own.
 */
export const NEVER_COPIED: readonly string[] = [
  'format',
  'schemaVersion',
  'id',
  'kind',
  'statusHistory',
  'depth',
  'patternIds',
  'visibility',
  'audiences',
  'links',
  'lookAgain',
  'captured',
  'dismissed',
  'unplaced',
  'source',
  'minutesWriting',
  'createdAt',
  'updatedAt',
  'sections.actions.items.doneOnWords',
  'sections.actions.items.checks.coeId',
];
