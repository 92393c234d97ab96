import { useRef } from 'react';

import { actionFromProposal } from '#domain/coaching/accept-proposal.ts';
import type { ProposedAction } from '#domain/coaching/event.ts';
import { replyTarget } from '#domain/coaching/threads.ts';
import type { WriterKind } from '#ipc/threads.ts';

import { useDraft } from '../../draft/draft-context.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { newId } from '../../platform/new-id.ts';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import type { Question } from './use-questions.ts';

/** What the writer can do with a question. Each resolves to whether this call put it on disk. */
export type Answering = {
  readonly answer: (text: string) => Promise<boolean>;
  readonly resolve: () => Promise<boolean>;
  readonly reopen: () => Promise<boolean>;
  /** Adds a proposed action to the plan, as it was proposed or changed. */
  readonly accept: (action: ProposedAction) => Promise<boolean>;
  readonly decline: (reason: string) => Promise<boolean>;
  readonly withdraw: (eventId: string) => Promise<boolean>;
};

/** Answers a question. What the writer does is sent with the next copy. */
export function useAnswer({ thread, shared }: Question): Answering {
  const draft = useDraft();
  const isAccepted = useRef(thread.state === 'accepted');
  const send = async (
    kind: WriterKind,
    replyTo: string,
    { text = '', action = null }: { readonly text?: string; readonly action?: ProposedAction | null } = {},
  ): Promise<boolean> => {
    const added = await invokeIn(currentLibrary(), 'sharing:add-event', {
      coeId: draft.id,
      share: shared.share,
      kind,
      replyTo,
      text,
      action,
    });
    if (!added.ok) showFailure(added.error, 'Your answer was not stored');
    return added.ok;
  };
  const target = replyTarget(thread, shared.writer).id;
  return {
    answer: (text) => send('answer', target, { text }),
    resolve: async () => {
      const isDone = await send('resolve', target);
      if (isDone) showToast('Resolved.', () => void send('reopen', target));
      return isDone;
    },
    reopen: () => send('reopen', target),
    accept: async (action) => {
      // Until the page knows that it is accepted, another press would add the action again.
      if (isAccepted.current) {
        showToast('The action is in the plan already. Change it there.');
        return false;
      }
      isAccepted.current = true;
      const made = actionFromProposal(action, shared.reader, newId());
      draft.change(
        (coe) => {
          const { actions } = coe.sections;
          return { ...coe, sections: { ...coe.sections, actions: { ...actions, items: [...actions.items, made] } } };
        },
        { location: 'actions' },
      );
      const revert = draft.createRevert();
      const isDone = await send('accept', thread.root.id, { action });
      isAccepted.current = isDone;
      if (isDone) showToast('The action is in the plan.');
      else revert();
      return isDone;
    },
    decline: (text) => send('decline', thread.root.id, { text }),
    withdraw: (eventId) => send('withdraw', eventId),
  };
}
