import { type Clock, instantFrom } from '../clock.ts';
import type { Coe } from '../coe/coe.ts';
import { type CopiedAttachment, type CopyChoice, copyBody } from './copy-body.ts';
import { coeOfCopy } from './coe-of-copy.ts';
import type { LeftOut } from './share-file.ts';

/** A COE to publish, made of what its labels let out, the pictures and files that it names, and what stays. */
export type PublishedCoe = {
  readonly coe: Coe;
  readonly attachments: readonly CopiedAttachment[];
  readonly left: LeftOut;
};

/**
 * A new COE with the parts of another one that are labelled “Published”, names replaced, and nothing that leads back:
 * other ids for it and its rows, no links, no patterns, no history. `attachments` has what may leave of each picture and
 * file, by its name in the library. `id` is the new one. Null when what is left is no COE.
 */
export function publishedCoe(
  coe: Coe,
  choice: Pick<CopyChoice, 'times' | 'names' | 'on' | 'hideId' | 'attachments'>,
  id: string,
  clock: Clock,
): PublishedCoe | null {
  const body = copyBody(coe, {
    ...choice,
    audience: 'published',
    asks: '',
    notForRatings: false,
    deleteAfter: null,
    thread: [],
    patterns: [],
  });
  const made = coeOfCopy(body, id);
  const now = instantFrom(clock);
  return made === null
    ? null
    : { coe: { ...made, createdAt: now, updatedAt: now }, attachments: body.attachments, left: body.left };
}
