import * as fc from 'fast-check';

import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import {
  CONDITION_IDS,
  CONTROL_IDS,
  KIND_IDS,
  MILESTONE_IDS,
  SIGNAL_IDS,
  STATUS_IDS,
  TRIGGER_IDS,
} from '#domain/coe/vocabulary.ts';
import { dayMoment, minuteMoment, type Moment, unknownMoment } from '#domain/time/moment.ts';
import type { Milestones } from '#domain/timeline/milestones.ts';

let made = 0;

/** A summary in which nothing is known but what is given. */
export function aSummary(known: Partial<CoeSummary> = {}): CoeSummary {
  made += 1;
  return {
    id: `01J${String(made).padStart(23, '0')}`,
    kind: 'outage',
    title: `COE ${made}`,
    excerpt: '',
    happened: unknownMoment(),
    severity: null,
    status: 'draft',
    lifeArea: '',
    author: '',
    tags: [],
    patternIds: [],
    trigger: null,
    conditions: [],
    safeguards: [],
    links: [],
    notSimilar: [],
    lookAgain: null,
    captured: false,
    detector: null,
    signal: null,
    milestones: noMilestones(),
    actions: [],
    source: null,
    minutesWriting: 0,
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
    ...known,
  };
}

/** Milestones of which only those given are known. */
export const noMilestones = (known: Partial<Milestones> = {}): Milestones => ({
  ...(Object.fromEntries(MILESTONE_IDS.map((id) => [id, unknownMoment()])) as Milestones),
  ...known,
});

const two = (number: number): string => String(number).padStart(2, '0');
const year = fc.integer({ min: 1990, max: 2030 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 28 });
const date = fc.tuple(year, month, day).map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`);
const ZONES = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'];

/** A moment of any precision. */
export const anyMoment: fc.Arbitrary<Moment> = fc.oneof(
  fc
    .tuple(
      date,
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 0, max: 59 }),
      fc.constantFrom(...ZONES),
      fc.boolean(),
    )
    .map(([d, h, m, zone, approximate]) => minuteMoment(`${d}T${two(h)}:${two(m)}`, zone, approximate)),
  date.map((d) => dayMoment(d)),
  date.map((d): Moment => ({ precision: 'month', value: d.slice(0, 7), approximate: false })),
  date.map((d): Moment => ({ precision: 'year', value: d.slice(0, 4), approximate: false })),
  fc.constant(unknownMoment()),
);

const orNull = <Item>(items: readonly Item[]): fc.Arbitrary<Item | null> => fc.constantFrom(null, ...items);

/** Any summary, as the charts look at it. */
export const anySummary: fc.Arbitrary<CoeSummary> = fc
  .record({
    kind: fc.constantFrom(...KIND_IDS),
    status: fc.constantFrom(...STATUS_IDS),
    happened: anyMoment,
    trigger: orNull(TRIGGER_IDS),
    signal: orNull(SIGNAL_IDS),
    conditions: fc.array(
      fc.record({ condition: fc.constantFrom(...CONDITION_IDS, 'my own word'), control: orNull(CONTROL_IDS) }),
      { maxLength: 5 },
    ),
    milestones: fc.record({ began: anyMoment, noticed: anyMoment, mitigated: anyMoment }).map(noMilestones),
  })
  .map(aSummary);
