import { z } from 'zod';

import { coeIdSchema, patternIdSchema } from '../ids.ts';
import { calendarDateSchema } from '../time/calendar-date.ts';
import { momentSchema, unknownMoment } from '../time/moment.ts';
import { audiencesSchema } from './audience.ts';
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
import { sourceSchema } from './source.ts';
import { DEPTH_IDS, FIX_VERDICT_IDS, KIND_IDS, LINK_TYPE_IDS, STATUS_IDS, VISIBILITY_IDS } from './vocabulary.ts';

/** The value of `format`, the first key of every file. */
export const COE_FORMAT = 'once-coe';

/** The file format version this app writes. Reading migrates older files and refuses newer ones. */
export const CURRENT_SCHEMA_VERSION = 1;

const instant = z.iso.datetime({ message: 'is not an instant such as 2026-05-14T08:04:00.000Z' });
const unknown = () => momentSchema.prefault(unknownMoment);

/**
 * The milestones of the header. A timeline row marked as that milestone takes precedence; see timeline/milestones.ts.
 */
const timesSchema = z.looseObject({
  began: unknown(),
  noticed: unknown(),
  told: unknown(),
  mitigated: unknown(),
  resolved: unknown(),
});

/**
 * A link to an earlier COE. It is stored only in the COE it was made in, and shown in both. For a repeat, `fixId` is
 * the id of the action of the earlier COE that was meant to prevent it, and `verdict` is what the repeat says about
 * that action.
 */
export const linkSchema = row({
  type: z.enum(LINK_TYPE_IDS),
  coeId: coeIdSchema,
  note: words,
  fixId: z.string().nullable().default(null),
  verdict: choice(FIX_VERDICT_IDS),
});
export type CoeLink = z.infer<typeof linkSchema>;

/** One change of status: the new status, when, and why; `why` may be empty. */
const statusStepSchema = row({ status: z.enum(STATUS_IDS), at: instant, why: words });

/** What the writer dismissed in this COE: advice by its key, and ids of COEs that are not similar. */
const dismissedSchema = z.looseObject({
  advice: z.array(z.string()).default([]),
  similar: z.array(coeIdSchema).default([]),
});

/** The ten sections in the order of the outline. The keys are SECTION_IDS. */
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
 * A COE as stored in its file, with keys in this order. Every object is loose: unknown keys, from a newer version or
 * another program, are kept and written back after the known ones. `lookAgain` is the revisit date of a draft. Severity
 * is 0 to 3, or null when not judged yet. `captured`: begun in the quick capture window. `unplaced` is Markdown from an
 * import that fits no section; `source` is null for a COE that was not imported. `patternIds` are the patterns that the
 * writer recognised in it; a pattern that was deleted may still be named. `audiences` has the labels that the writer
 * gave to parts of it; see label-of.ts.
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
  patternIds: z.array(patternIdSchema).default([]),
  author: words,
  coach: words,
  visibility: z.enum(VISIBILITY_IDS).default('private'),
  audiences: audiencesSchema.default({}),
  times: timesSchema.prefault({}),
  links: z.array(linkSchema).default([]),
  lookAgain: calendarDateSchema.nullable().default(null),
  captured: z.boolean().optional(),
  dismissed: dismissedSchema.prefault({}),
  sections: sectionsSchema.prefault({}),
  unplaced: words,
  source: sourceSchema.nullable().default(null),
  minutesWriting: z.number().min(0).default(0),
  createdAt: instant,
  updatedAt: instant,
});

export type Coe = z.infer<typeof coeSchema>;
/** The sections of a COE, by their id. */
export type Sections = Coe['sections'];
