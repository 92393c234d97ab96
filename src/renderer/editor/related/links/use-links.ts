import type { CoeLink } from '#domain/coe/coe.ts';
import { upperFirst } from '#domain/text/format.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { Answers } from '#ipc/contract.ts';

import { useDraft } from '../../../draft/draft-context.ts';
import { currentLibrary, invokeIn } from '../../../platform/library-state.ts';
import { newId } from '../../../platform/new-id.ts';
import { explainError } from '../../../ui/explain-error.ts';
import { showToast } from '../../../ui/toast.tsx';

/**
 * A link to create. `day` is the date on which the repeat showed that a fix did not hold; null when it did not show
 * that.
 */
export type MadeLink = Pick<CoeLink, 'type' | 'coeId' | 'note' | 'fixId' | 'verdict'> & {
  readonly day: CalendarDate | null;
};

/** Links the open COE with others. */
export type Links = {
  readonly add: (link: MadeLink) => Promise<void>;
  readonly remove: (linkId: string) => void;
};

/**
 * Adds and removes links. A repeat that shows that a fix did not hold is also recorded with that fix in the other COE's
 * file; undo reverts both.
 */
export function useLinks(): Links {
  const draft = useDraft();
  return {
    add: async ({ day, ...link }) => {
      const library = currentLibrary();
      const made = { id: newId(), ...link };
      draft.change(
        // There is one link between two COEs; a new one replaces it.
        (coe) => ({ ...coe, links: [...coe.links.filter(({ coeId }) => coeId !== made.coeId), made] }),
        { location: 'header' },
      );
      const revertLink = draft.createRevert();
      const recorded =
        day === null || made.fixId === null ? null : await recordRepeat(library, draft.id, made.coeId, made.fixId, day);
      if (recorded === 'failed') return;
      showToast(
        recorded === null ? 'Linked. Both COEs show the link.' : 'Linked. The earlier fix is marked: came back.',
        () => {
          revertLink();
          if (recorded !== null) void revertRepeat(library, made.coeId, made.fixId ?? '', recorded);
        },
      );
    },
    remove: (linkId) => {
      draft.change((coe) => ({ ...coe, links: coe.links.filter(({ id }) => id !== linkId) }), { location: 'header' });
      showToast('The link was removed. The check of the earlier fix stays.', draft.createRevert());
    },
  };
}

type RecordedCheck = Answers['actions:answer-check'];

/** Records with an earlier fix that the problem came back, and in which COE. */
async function recordRepeat(
  library: string | null,
  from: string,
  coeId: string,
  actionId: string,
  on: CalendarDate,
): Promise<RecordedCheck | 'failed'> {
  const check = { on, result: 'came-back', chances: null, note: '', coeId: from } as const;
  const result = await invokeIn(library, 'actions:answer-check', { coeId, actionId, check, nextCheckDate: null });
  if (result.ok) return result.value;
  const { title, safe } = explainError(result.error);
  showToast(`The link is made. The earlier fix could not be marked: ${upperFirst(title)}. ${safe}`.trim());
  return 'failed';
}

async function revertRepeat(
  library: string | null,
  coeId: string,
  actionId: string,
  { checkId, before }: RecordedCheck,
): Promise<void> {
  const result = await invokeIn(library, 'actions:undo-check', { coeId, actionId, checkId, before });
  if (!result.ok)
    showToast(`The earlier fix could not be changed back: ${upperFirst(explainError(result.error).title)}.`);
}
