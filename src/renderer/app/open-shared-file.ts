import type { Result } from '#domain/result.ts';
import { quantity } from '#domain/text/format.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { OpenedFile } from '#ipc/people.ts';

import { invoke } from '../platform/bridge.ts';
import { showFailure } from '../ui/show-failure.ts';
import { showToast } from '../ui/toast.tsx';
import { openDialog } from './app-dialog-state.ts';

/** Goes to an address of the app. */
export type Navigate = (to: string) => unknown;

/** Asks for a shared file, opens it, and shows what came of it. */
export async function chooseSharedFile(navigate: Navigate): Promise<void> {
  showOpenedFile(await invoke('people:open-file', {}), navigate);
}

/** Shows what opening a shared file did: the copy, the letters of a card, the questions of a reply, or why not. */
export function showOpenedFile(result: Result<OpenedFile, AppError>, navigate: Navigate): void {
  if (!result.ok) return showFailure(result.error, 'The file was not opened');
  const opened = result.value;
  switch (opened.is) {
    case 'card':
      return openDialog({ name: 'opened-file', opened });
    case 'copy':
      void navigate(`/people/${opened.person}/${opened.share}`);
      if (opened.isStranger && opened.isNew) openDialog({ name: 'opened-file', opened });
      else showToast(opened.isNew ? `A copy from ${opened.name}.` : 'Nothing new: you have this copy or a newer one.');
      return;
    case 'withdrawal':
      void navigate(`/people/${opened.person}`);
      return showToast(
        `${opened.name} withdrew what they shared. ${opened.copies === 0 ? 'No copy was here.' : `${quantity(opened.copies, 'copy', 'copies')} and the questions were removed.`}`,
      );
    case 'own':
      return showToast('This file is your own. Send it to the person it is for.');
    case 'reply':
      return showReply(opened.reply, navigate);
  }
}

function showReply(reply: Extract<OpenedFile, { is: 'reply' }>['reply'], navigate: Navigate): void {
  if (reply.is === 'confirm') return openDialog({ name: 'confirm-reply', from: reply.from });
  void navigate(`/coes/${reply.coeId}`);
  showToast(
    reply.added.length === 0
      ? `Nothing new from ${reply.from.name}.`
      : `${reply.from.name} replied: ${reply.added.length} new, ${reply.known} known.`,
  );
}

/** Accepts the replies of a person to a copy that anyone could read. */
export async function confirmReply(key: string, navigate: Navigate): Promise<void> {
  showOpenedFile(await invoke('people:confirm-reply', { key }), navigate);
}
