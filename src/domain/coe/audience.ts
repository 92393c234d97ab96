import { z } from 'zod';

/** For whom a copy is made. Whatever may be published may also go to a coach. */
export const AUDIENCE_IDS = ['coaching', 'published'] as const;
export type AudienceId = (typeof AUDIENCE_IDS)[number];

/** How far a section, field or row may go, from the most private to the most open. */
export const LABEL_IDS = ['me', 'coaching', 'published'] as const;
export type LabelId = (typeof LABEL_IDS)[number];

/** How each label is named on screen. */
export const LABEL_NAMES: Readonly<Record<LabelId, string>> = {
  me: 'Only me',
  coaching: 'Coaching',
  published: 'Published',
};

/** The more private of two labels. */
export const morePrivate = (one: LabelId, other: LabelId): LabelId =>
  LABEL_IDS.indexOf(one) <= LABEL_IDS.indexOf(other) ? one : other;

/** Whether what has this label goes into a copy for the audience. */
export const isLetOut = (label: LabelId, audience: AudienceId): boolean =>
  LABEL_IDS.indexOf(label) >= LABEL_IDS.indexOf(audience);

/** A label as files have it; the short form `coach` is read too. */
export const labelSchema = z
  .enum([...LABEL_IDS, 'coach'])
  .transform((label) => (label === 'coach' ? 'coaching' : label));

/**
 * The choice of the writer, stored in the COE. A key is the path of a part: `title`, `sections.impact`,
 * `sections.impact.feelings`, or a row such as `sections.actions.items/01J…`. A part goes no further than what it is in.
 */
export const audiencesSchema = z.record(z.string(), labelSchema);
export type Audiences = z.infer<typeof audiencesSchema>;
