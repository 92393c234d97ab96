import type { z } from 'zod';

import { type Coe, coeSchema, COE_FORMAT, CURRENT_SCHEMA_VERSION } from '#domain/coe/coe.ts';
import { fillRowIds } from '#domain/coe/fill-row-ids.ts';
import type { TimelineEntry } from '#domain/coe/sections/timeline.ts';
import type { Why } from '#domain/coe/sections/whys.ts';
import type { MilestoneId } from '#domain/coe/vocabulary.ts';
import { type Moment, minuteMoment } from '#domain/time/moment.ts';

/** The schema keeps keys it does not know; an example must not have any, so that a misspelt one is an error here. */
type Known<T> = T extends readonly (infer Item)[]
  ? Known<Item>[]
  : T extends object
    ? { [Key in keyof T as string extends Key ? never : Key]: Known<T[Key]> }
    : T;

type ExampleInput = Omit<Known<z.input<typeof coeSchema>>, 'format' | 'schemaVersion' | 'times' | 'tags'> & {
  tags: string[];
};

/** The line every example ends its context with, so that nobody takes it for somebody's life. */
export const INVENTED_LINE = '*This COE is invented. It is here to show what one can look like.*';

/** Makes an example from its words: fills what was left out, numbers the rows, and takes the header's times from the marks. */
export function exampleCoe(input: ExampleInput): Coe {
  const coe = fillRowIds(
    coeSchema.parse({
      ...input,
      statusHistory:
        input.statusHistory ??
        (input.status === undefined || input.status === 'draft' ? [] : [{ status: input.status, at: input.updatedAt }]),
      format: COE_FORMAT,
      schemaVersion: CURRENT_SCHEMA_VERSION,
      tags: ['example', ...input.tags],
      author: 'Alex Marsh',
    }),
  );
  for (const entry of coe.sections.timeline.entries) if (entry.mark !== null) coe.times[entry.mark] = entry.when;
  return coe;
}

/** Joins paragraphs of prose as Markdown. */
export const prose = (...paragraphs: string[]): string => paragraphs.join('\n\n');

/** A minute where most of the examples take place. */
export const at = (wallTime: string, approximate = false): Moment =>
  minuteMoment(wallTime, 'America/Chicago', approximate);

/** A row of the timeline. */
export const event = (
  when: Moment,
  what: string,
  more: { mark?: MilestoneId; evidence?: string; knewThen?: string; effect?: TimelineEntry['effect'] } = {},
) => ({ when, what, ...more });

/** A why, with the answers to why that was so beneath it. */
export function why(
  text: string,
  more: Partial<Pick<Why, 'id' | 'evidence' | 'control' | 'mark'>> = {},
  whys: Why[] = [],
): Why {
  return { id: '', text, evidence: '', control: null, mark: null, ...more, whys };
}
