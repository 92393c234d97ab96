import fc from 'fast-check';

import { LABEL_IDS } from '#domain/coe/audience.ts';
import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { SOURCE_FORMAT_IDS } from '#domain/coe/source.ts';
import * as vocabulary from '#domain/coe/vocabulary.ts';
import { type Moment, minuteMoment, unreadMoment } from '#domain/time/moment.ts';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Pacific/Apia',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
  'UTC',
] as const;

const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('Café au lait', '東京都の停電', 'line\nbreak', '{"a":1}', '\ud800 alone', '__proto__'),
);
const day = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const date = day.map((iso) => iso.slice(0, 10));
const choice = <Id>(ids: readonly Id[]) => fc.option(fc.constantFrom(...ids));
const level = fc.option(fc.integer({ min: 0, max: 3 }));
const yesNo = fc.option(fc.boolean());

/** Any moment that a person could have entered. */
export const arbitraryMoment: fc.Arbitrary<Moment> = fc.oneof(
  fc.constant<Moment>({ precision: 'unknown', value: '', approximate: false }),
  fc.constantFrom('02:02 XYZ', 'around lunch on tuesday').map(unreadMoment),
  fc
    .tuple(fc.constantFrom('year', 'month', 'day'), date, fc.boolean())
    .map(([precision, value, approximate]): Moment => ({
      precision: precision as Moment['precision'],
      value: value.slice(0, { year: 4, month: 7, day: 10 }[precision]),
      approximate,
    })),
  fc
    .tuple(day, fc.constantFrom(...ZONES), fc.boolean())
    .map(([iso, zone, approximate]) => minuteMoment(iso.slice(0, 16), zone, approximate)),
);

/** What reading keeps of a JSON value: all but the key that could change a prototype, which is dropped on purpose. */
const withoutPrototypeKeys = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, inner: unknown) => (key === '__proto__' ? undefined : inner));

/** Keys that a newer version or another program may have added. Most objects have none: they take long to generate. */
const someUnknownKeys = fc.dictionary(
  // Without characters that JSON escapes: JSON.parse of Node 24 confuses the keys `x-"` and `x-\` of two objects that
  // are otherwise alike.
  fc.string({ minLength: 1, maxLength: 6 }).map((key) => `x-${key.replaceAll(/["\\]/g, '')}`),
  fc.jsonValue({ maxDepth: 2 }).map(withoutPrototypeKeys),
  { maxKeys: 2 },
);
const unknownKeys = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Record<string, unknown>>({}) },
  { weight: 1, arbitrary: someUnknownKeys },
);
const loose = <Shape extends Record<string, fc.Arbitrary<unknown>>>(shape: Shape) =>
  fc.tuple(fc.record(shape), unknownKeys).map(([known, unknown]) => ({ ...known, ...unknown }));
const rows = <Shape extends Record<string, fc.Arbitrary<unknown>>>(shape: Shape) =>
  fc.array(loose(shape), { maxLength: 3 }).map((list) => list.map((each, index) => ({ id: `row-${index}`, ...each })));
const section = <Shape extends Record<string, fc.Arbitrary<unknown>>>(shape: Shape) =>
  loose({ prose: text, skipped: fc.boolean(), ...shape });

type Tree = { whys: Tree[] } & Record<string, unknown>;
/** A why with at most so many levels beneath it. */
const why = (levels: number): fc.Arbitrary<Tree> =>
  fc
    .tuple(
      loose({ text, evidence: text, control: choice(vocabulary.CONTROL_IDS), mark: choice(vocabulary.WHY_ENDING_IDS) }),
      levels === 0 ? fc.constant<Tree[]>([]) : fc.array(why(levels - 1), { maxLength: 2 }),
    )
    .map(([own, whys]) => ({ ...own, whys }));

/** Gives every why of a tree an id of its own. */
function numbered(whys: readonly Tree[], prefix: string): Tree[] {
  return whys.map((each, index) => ({
    ...each,
    id: `${prefix}.${index}`,
    whys: numbered(each.whys, `${prefix}.${index}`),
  }));
}
const tree = (prefix: string) => fc.array(why(3), { maxLength: 2 }).map((whys) => numbered(whys, prefix));

/** Any COE that a file may hold, every field filled at random, with unknown keys wherever they are allowed. */
export const arbitraryCoe: fc.Arbitrary<Coe> = loose({
  format: fc.constant('once-coe'),
  schemaVersion: fc.constant(1),
  id: fc
    .string({ unit: fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), minLength: 25, maxLength: 25 })
    .map((end) => `0${end}`),
  kind: fc.constantFrom(...vocabulary.KIND_IDS),
  title: text,
  happened: arbitraryMoment,
  summary: text,
  severity: level,
  status: fc.constantFrom(...vocabulary.STATUS_IDS),
  statusHistory: rows({ status: fc.constantFrom(...vocabulary.STATUS_IDS), at: day, why: text }),
  depth: fc.constantFrom(...vocabulary.DEPTH_IDS),
  lifeArea: text,
  tags: fc.array(text, { maxLength: 3 }),
  patternIds: fc.uniqueArray(fc.constantFrom('01JZTEST000000000000000003', '01JZTEST000000000000000004'), {
    maxLength: 2,
  }),
  author: text,
  coach: text,
  visibility: fc.constantFrom(...vocabulary.VISIBILITY_IDS),
  audiences: fc.dictionary(
    fc.constantFrom(
      'title',
      'tags',
      'sections.impact',
      'sections.impact.feelings',
      'sections.actions.items/row-0',
      'x',
    ),
    fc.constantFrom(...LABEL_IDS),
  ),
  times: loose({
    began: arbitraryMoment,
    noticed: arbitraryMoment,
    told: arbitraryMoment,
    mitigated: arbitraryMoment,
    resolved: arbitraryMoment,
  }),
  links: rows({
    type: fc.constantFrom(...vocabulary.LINK_TYPE_IDS),
    coeId: fc.constant('01JZTEST000000000000000001'),
    note: text,
    fixId: fc.option(text),
    verdict: choice(vocabulary.FIX_VERDICT_IDS),
  }),
  lookAgain: fc.option(date),
  dismissed: loose({
    advice: fc.array(text, { maxLength: 2 }),
    similar: fc.array(fc.constant('01JZTEST000000000000000002'), { maxLength: 1 }),
  }),
  unplaced: text,
  source: fc.option(
    loose({
      path: text,
      sha256: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }),
      format: fc.constantFrom(...SOURCE_FORMAT_IDS),
      id: text,
      importedAt: day,
      batch: text,
      analysed: fc.boolean(),
      raw: unknownKeys,
      written: fc.array(fc.string(), { maxLength: 3 }),
    }),
  ),
  captured: fc.boolean(),
  minutesWriting: fc.nat(),
  createdAt: day,
  updatedAt: day,
  sections: loose({
    context: section({
      expected: text,
      different: text,
      stateThen: fc.option(fc.integer({ min: 1, max: 5 })),
      stateWords: text,
      confidenceThen: fc.option(fc.integer({ min: 1, max: 5 })),
    }),
    customerImpact: section({
      groups: rows({ who: text, howMany: text, affected: text, level, told: yesNo, putRight: yesNo }),
    }),
    impact: section({
      costs: rows({
        area: choice(vocabulary.IMPACT_AREA_IDS),
        what: text,
        amount: text,
        unit: text,
        estimate: fc.boolean(),
      }),
      feelings: rows({
        word: text,
        onTheDay: fc.option(fc.integer({ min: 0, max: 10 })),
        now: fc.option(fc.integer({ min: 0, max: 10 })),
      }),
    }),
    timeline: section({
      entries: rows({
        when: arbitraryMoment,
        what: text,
        mark: choice(vocabulary.MILESTONE_IDS),
        evidence: text,
        knewThen: text,
        effect: choice(vocabulary.EFFECT_IDS),
      }),
    }),
    noticed: section({
      by: choice(vocabulary.DETECTOR_IDS),
      channel: text,
      signal: choice(vocabulary.SIGNAL_IDS),
      earliest: arbitraryMoment,
      halve: text,
    }),
    mitigated: section({
      steps: rows({ text }),
      lasting: choice(['temporary', 'lasting']),
      helpers: text,
      knewItWorked: text,
      halve: text,
    }),
    cause: section({
      trigger: choice(vocabulary.TRIGGER_IDS),
      triggerNote: text,
      errorKind: choice(vocabulary.ERROR_KIND_IDS),
      conditions: rows({ condition: text, control: choice(vocabulary.CONTROL_IDS), knownBefore: yesNo, note: text }),
      safeguards: rows({
        text,
        purpose: choice(vocabulary.SAFEGUARD_PURPOSE_IDS),
        state: choice(vocabulary.SAFEGUARD_STATE_IDS),
      }),
    }),
    whys: section({ happened: tree('why'), unnoticed: tree('unnoticed') }),
    learned: section({
      lessons: rows({ rule: text, elsewhere: text }),
      wentWell: rows({ text }),
      wentBadly: rows({ text }),
      lucky: rows({ text }),
      surprisedBy: rows({ text }),
      shouldHear: text,
      value: text,
    }),
    actions: section({
      items: rows({
        text,
        purpose: choice(vocabulary.PURPOSE_IDS),
        strength: choice(vocabulary.STRENGTH_IDS),
        owner: text,
        due: fc.option(date),
        dueWords: text,
        priority: choice(vocabulary.PRIORITY_IDS),
        doneWhen: text,
        causeId: fc.option(text),
        status: fc.constantFrom(...vocabulary.ACTION_STATUS_IDS),
        declinedReason: text,
        proposedBy: text,
        doneOn: fc.option(date),
        doneOnWords: text,
        checkDate: fc.option(date),
        checkDateWords: text,
        checkQuestion: text,
        checkHow: text,
        checks: rows({
          on: date,
          result: fc.constantFrom(...vocabulary.CHECK_RESULT_IDS),
          chances: fc.option(fc.nat(100)),
          note: text,
          coeId: fc.option(fc.constant('01JZTEST000000000000000001')),
        }),
        result: choice(vocabulary.CHECK_RESULT_IDS),
        chances: fc.option(fc.nat(100)),
      }),
      premortem: text,
    }),
  }),
}).map((raw) => coeSchema.parse(raw));
