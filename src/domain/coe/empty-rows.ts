import { z } from 'zod';

import { isUnsaid } from '../time/moment.ts';
import type { Coe } from './coe.ts';
import { actionSchema } from './sections/actions.ts';
import { contributingConditionSchema, safeguardSchema } from './sections/cause.ts';
import { affectedGroupSchema } from './sections/customer-impact.ts';
import { costSchema, feelingSchema } from './sections/impact.ts';
import { lessonSchema, noteSchema } from './sections/learned.ts';
import { mitigationStepSchema } from './sections/mitigated.ts';
import { timelineEntrySchema } from './sections/timeline.ts';
import { type Why, whySchema } from './sections/whys.ts';
import type { SectionId } from './vocabulary.ts';

type Row = { readonly id: string };

/** A row of each list as it is before anything is written in it. */
const EMPTY_ROWS: Readonly<Partial<Record<SectionId, Readonly<Record<string, object>>>>> = {
  customerImpact: { groups: affectedGroupSchema.parse({}) },
  impact: { costs: costSchema.parse({}), feelings: feelingSchema.parse({}) },
  timeline: { entries: timelineEntrySchema.parse({}) },
  mitigated: { steps: mitigationStepSchema.parse({}) },
  cause: { conditions: contributingConditionSchema.parse({}), safeguards: safeguardSchema.parse({}) },
  learned: {
    lessons: lessonSchema.parse({}),
    wentWell: noteSchema.parse({}),
    wentBadly: noteSchema.parse({}),
    lucky: noteSchema.parse({}),
    surprisedBy: noteSchema.parse({}),
  },
  actions: { items: actionSchema.parse({}) },
};
const EMPTY_WHY = whySchema.parse({});

/**
 * The COE without rows in which nothing is written, as when Enter was pressed once too often; unchanged, the same
 * object, when it has none. A row with a key unknown to this version is not empty, nor is a why that an action answers.
 */
export function withoutEmptyRows(coe: Coe): Coe {
  let { sections } = coe;
  const replace = (id: SectionId, key: string, rows: readonly Row[]): void => {
    sections = { ...sections, [id]: { ...sections[id], [key]: rows } };
  };
  for (const [id, lists] of Object.entries(EMPTY_ROWS) as [SectionId, Record<string, object>][]) {
    for (const [key, empty] of Object.entries(lists)) {
      const rows = (sections[id] as Record<string, unknown>)[key] as readonly Row[];
      const written = rows.filter((row) => !isLike(row, empty));
      if (written.length < rows.length) replace(id, key, written);
    }
  }
  const answered = new Set(coe.sections.actions.items.map(({ causeId }) => causeId));
  for (const key of ['happened', 'unnoticed'] as const) {
    const whys = coe.sections.whys[key];
    const written = withoutEmptyWhys(whys, answered);
    if (written !== whys) replace('whys', key, written);
  }
  return sections === coe.sections ? coe : { ...coe, sections };
}

function withoutEmptyWhys(whys: Why[], answered: ReadonlySet<string | null>): Why[] {
  const written = whys
    .map((why) => {
      const below = withoutEmptyWhys(why.whys, answered);
      return below === why.whys ? why : { ...why, whys: below };
    })
    .filter((why) => answered.has(why.id) || !isLike(why, EMPTY_WHY));
  return written.length === whys.length && written.every((why, index) => why === whys[index]) ? whys : written;
}

/** Rows in which something is written. Rows are never changed, only replaced, so each is looked at once. */
const WRITTEN = new WeakSet<Row>();

/** Whether a row says what an empty one does, whatever its id. */
function isLike(row: Row, empty: object): boolean {
  if (WRITTEN.has(row)) return false;
  const isEmpty = Object.entries(row).every(
    ([key, value]) => key === 'id' || isSameAnswer(value, (empty as Record<string, unknown>)[key]),
  );
  if (!isEmpty) WRITTEN.add(row);
  return isEmpty;
}

const momentLike = z.object({ precision: z.literal('unknown'), words: z.string().optional() });

function isSameAnswer(value: unknown, empty: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== 'object' || value === null) return value === empty;
  const moment = momentLike.safeParse(value);
  return moment.success && isUnsaid({ value: '', approximate: false, ...moment.data });
}
