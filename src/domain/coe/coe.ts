import { z } from 'zod';

import { coeIdSchema } from '../ids.ts';
import { calendarDateSchema } from '../time/calendar-date.ts';
import { momentSchema, unknownMoment } from '../time/moment.ts';
import { choice, row, words } from './row.ts';
import { actionsSchema } from './sections/actions.ts';
import { causeSchema } from './sections/cause.ts';
import { contextSchema } from './sections/context.ts';
import { customerImpactSchema } from './sections/customer-impact.ts';
import { impactSchema } from './sections/impact.ts';
import { learnedSchema } from './sections/learned.ts';
import { mitigatedSchema } from './sections/mitigated.ts';
import { noticedSchema } from './sections/noticed.ts';
import { timelineSchema } from './sections/timeline.ts';
import { whysSchema } from './sections/whys.ts';
import { DEPTH_IDS, FIX_VERDICT_IDS, KIND_IDS, LINK_TYPE_IDS, STATUS_IDS, VISIBILITY_IDS } from './vocabulary.ts';

/** What the first line of every file says it is. */
export const COE_FORMAT = 'once-coe';

/** The version of the file format that this app writes. Older ones are migrated on reading; newer ones are left alone. */
export const CURRENT_SCHEMA_VERSION = 1;

const instant = z.iso.datetime({ message: 'is not an instant such as 2026-05-14T08:04:00.000Z' });
const unknown = () => momentSchema.prefault(unknownMoment);

/** The five points in time of the header. A timeline row that carries the mark takes precedence (timeline/milestones.ts). */
const timesSchema = z.looseObject({
  began: unknown(),
  noticed: unknown(),
  told: unknown(),
  mitigated: unknown(),
  resolved: unknown(),
});

/**
 * How this COE is connected with an earlier one. It stands in one of the two files, that of the COE it was made in, and is
 * shown at both. For a repeat, `fixId` names the action over there that was meant to prevent it, and `verdict` what the
 * repeat says about that.
 */
export const linkSchema = row({
  type: z.enum(LINK_TYPE_IDS),
  coeId: coeIdSchema,
  note: words,
  fixId: z.string().nullable().default(null),
  verdict: choice(FIX_VERDICT_IDS),
});
export type CoeLink = z.infer<typeof linkSchema>;

/** One step of a COE through its states: which state it came to, when, and why, in the writer's words where there are any. */
const statusStepSchema = row({ status: z.enum(STATUS_IDS), at: instant, why: words });

/** What the writer does not want to be told again in this COE: pieces of advice by their key, and COEs that are not like it. */
const dismissedSchema = z.looseObject({
  advice: z.array(z.string()).default([]),
  similar: z.array(coeIdSchema).default([]),
});

/** The ten sections of the outline, in its order. The keys are the section ids. */
export const sectionsSchema = z.looseObject({
  context: contextSchema.prefault({}),
  customerImpact: customerImpactSchema.prefault({}),
  impact: impactSchema.prefault({}),
  timeline: timelineSchema.prefault({}),
  noticed: noticedSchema.prefault({}),
  mitigated: mitigatedSchema.prefault({}),
  cause: causeSchema.prefault({}),
  whys: whysSchema.prefault({}),
  learned: learnedSchema.prefault({}),
  actions: actionsSchema.prefault({}),
});

/**
 * A whole COE as it stands in its file. The order of keys here is the order in the file. Every object is loose: what a
 * newer version or another program added is kept, and written back after the keys we know.
 */
export const coeSchema = z.looseObject({
  format: z.literal(COE_FORMAT),
  schemaVersion: z.literal(CURRENT_SCHEMA_VERSION),
  id: coeIdSchema,
  kind: z.enum(KIND_IDS),
  title: words,
  happened: unknown(),
  summary: words,
  severity: z.number().int().min(0).max(3).nullable().default(null),
  status: z.enum(STATUS_IDS).default('draft'),
  statusHistory: z.array(statusStepSchema).default([]),
  depth: z.enum(DEPTH_IDS).default('standard'),
  lifeArea: words,
  tags: z.array(z.string()).default([]),
  author: words,
  coach: words,
  visibility: z.enum(VISIBILITY_IDS).default('private'),
  times: timesSchema.prefault({}),
  links: z.array(linkSchema).default([]),
  lookAgain: calendarDateSchema.nullable().default(null),
  dismissed: dismissedSchema.prefault({}),
  sections: sectionsSchema.prefault({}),
  minutesWriting: z.number().min(0).default(0),
  createdAt: instant,
  updatedAt: instant,
});

export type Coe = z.infer<typeof coeSchema>;
export type Sections = Coe['sections'];
