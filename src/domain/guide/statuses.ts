import type { FixVerdictId, LinkTypeId, StatusId, VISIBILITY_IDS } from '../coe/vocabulary.ts';

type Labelled<Id extends string> = { readonly id: Id; readonly label: string; readonly meaning: string };

/** Where a COE stands, in the order it usually goes through. */
export const STATUSES: readonly Labelled<StatusId>[] = [
  { id: 'draft', label: 'Draft', meaning: 'You are still writing.' },
  { id: 'ready', label: 'Ready for review', meaning: 'Someone who was not there may read it.' },
  { id: 'reviewed', label: 'Reviewed', meaning: 'Someone else could follow it, and what will change is agreed.' },
  { id: 'closed', label: 'Closed', meaning: 'Every action is done or declined.' },
  { id: 'held', label: 'Held', meaning: 'You looked again, and it has not come back.' },
  { id: 'reopened', label: 'Reopened', meaning: 'It came back. What you wrote here is where you start.' },
];

/** The stable id of who a COE is meant for. */
export type VisibilityId = (typeof VISIBILITY_IDS)[number];

/** Who a COE is meant for. Everything starts private. */
export const VISIBILITIES: readonly Labelled<VisibilityId>[] = [
  { id: 'private', label: 'Only me', meaning: 'Meant for nobody else.' },
  { id: 'coaching', label: 'My coach and me', meaning: 'Meant for one person you trust to ask questions.' },
  { id: 'published', label: 'To pass on', meaning: 'Written so that others may read it and learn from it.' },
];

/**
 * How two COEs are connected: what is said at the COE the link was made in, and what is said at the other one.
 */
export const LINK_TYPES: readonly (Labelled<LinkTypeId> & { readonly fromThere: string })[] = [
  {
    id: 'same-cause',
    label: 'Same cause again',
    fromThere: 'Came back as',
    meaning: 'What lay behind the earlier one lay behind this one too.',
  },
  {
    id: 'same-symptom',
    label: 'Same symptom, another cause',
    fromThere: 'Looked the same, from another cause',
    meaning: 'They looked alike, and something else lay behind each.',
  },
  {
    id: 'near-miss',
    label: 'Near miss of',
    fromThere: 'Nearly happened again in',
    meaning: 'This time it was caught before it became what the other one was.',
  },
  { id: 'related', label: 'Related', fromThere: 'Related', meaning: 'Worth reading together.' },
];

/** What a repeat can say about the fix that was meant to prevent it. */
export const FIX_VERDICTS: readonly Labelled<FixVerdictId>[] = [
  { id: 'not-done', label: 'Not done yet', meaning: 'It was still open when this happened.' },
  { id: 'did-not-hold', label: 'Done, and it did not hold', meaning: 'It was in place, and it happened all the same.' },
  { id: 'too-late', label: 'Done too late', meaning: 'It came into place only after this had happened.' },
  { id: 'other-cause', label: 'The cause was another', meaning: 'This is not what that fix was for.' },
];
