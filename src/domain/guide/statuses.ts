import type { FixVerdictId, LinkTypeId, StatusId, VISIBILITY_IDS } from '../coe/vocabulary.ts';

type Labelled<Id extends string> = { readonly id: Id; readonly label: string; readonly meaning: string };

/** The statuses of a COE, in their usual order. */
export const STATUSES: readonly Labelled<StatusId>[] = [
  { id: 'draft', label: 'Draft', meaning: 'You are still writing.' },
  { id: 'ready', label: 'Ready for review', meaning: 'Someone who was not there may read it.' },
  { id: 'reviewed', label: 'Reviewed', meaning: 'Someone else could follow it, and what will change is agreed.' },
  { id: 'closed', label: 'Closed', meaning: 'Every action is done or declined.' },
  { id: 'held', label: 'Held', meaning: 'You checked again, and it has not come back.' },
  { id: 'reopened', label: 'Reopened', meaning: 'It came back. What you wrote here is where you start.' },
];

/** The label of a status; the status itself for one that this version does not know. */
export const statusLabel = (status: string): string => STATUSES.find(({ id }) => id === status)?.label ?? status;

/** Stored in files, so never renamed. */
export type VisibilityId = (typeof VISIBILITY_IDS)[number];

/** Whom the writer means a COE for. It changes nothing about who can read the file. Every COE starts private. */
export const VISIBILITIES: readonly Labelled<VisibilityId>[] = [
  { id: 'private', label: 'Only me', meaning: 'Meant for nobody else.' },
  { id: 'coaching', label: 'My coach and me', meaning: 'Meant for one person you trust to ask questions.' },
  { id: 'published', label: 'To pass on', meaning: 'Written so that others may read it and learn from it.' },
];

/** How two COEs are connected. `label` is shown in the COE that holds the link, `fromThere` in the other one. */
export const LINK_TYPES: readonly (Labelled<LinkTypeId> & { readonly fromThere: string })[] = [
  {
    id: 'same-cause',
    label: 'Same cause again',
    fromThere: 'Came back as',
    meaning: 'The cause of the earlier one is behind this one too.',
  },
  {
    id: 'same-symptom',
    label: 'Same symptom, different cause',
    fromThere: 'Looked the same, had a different cause',
    meaning: 'They looked alike but had different causes.',
  },
  {
    id: 'near-miss',
    label: 'Near miss of',
    fromThere: 'Nearly happened again in',
    meaning: 'This time it was caught before it got as far as the other one.',
  },
  { id: 'related', label: 'Related', fromThere: 'Related', meaning: 'Worth reading together.' },
];

/** What a repeat says about the earlier fix that was meant to prevent it. */
export const FIX_VERDICTS: readonly Labelled<FixVerdictId>[] = [
  { id: 'not-done', label: 'Not done yet', meaning: 'It was still open when this happened.' },
  { id: 'did-not-hold', label: 'Done, and it did not hold', meaning: 'It was in place, and it still happened.' },
  { id: 'too-late', label: 'Done too late', meaning: 'It was put in place only after this had happened.' },
  { id: 'other-cause', label: 'A different cause', meaning: 'This is not what that fix was for.' },
];
