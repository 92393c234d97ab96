import type { LINK_TYPE_IDS, StatusId, VISIBILITY_IDS } from '../coe/vocabulary.ts';

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

/** The stable id of how two COEs are connected. */
export type LinkTypeId = (typeof LINK_TYPE_IDS)[number];

/** How two COEs are connected. */
export const LINK_TYPES: readonly Labelled<LinkTypeId>[] = [
  { id: 'same-cause', label: 'Same cause', meaning: 'The same thing lay behind both.' },
  { id: 'same-symptom', label: 'Looked the same', meaning: 'They looked alike and may have different causes.' },
  { id: 'near-miss', label: 'Near miss of the other', meaning: 'One is what nearly happened in the other.' },
  { id: 'related', label: 'Related', meaning: 'Worth reading together.' },
];
