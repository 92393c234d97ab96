import { quantity } from '#domain/text/format.ts';
import type { LeaveReason, Unsaved } from '#main/session/leave-guard.ts';

/** The texts of a question with two buttons. The first button is the safe one. */
export type DialogWords = { readonly message: string; readonly detail: string; readonly buttons: [string, string] };

const LEAVE_ANYWAY: Record<LeaveReason, string> = {
  quit: 'Quit anyway',
  'close-window': 'Close anyway',
  'switch-library': 'Switch anyway',
  lock: 'Lock anyway',
  encrypt: 'Encrypt anyway',
  decrypt: 'Decrypt anyway',
  reload: 'Reload anyway',
};

/** When the unsaved changes in the journal are offered again. */
const OFFERED_BACK: Record<LeaveReason, string> = {
  quit: 'when Once starts next',
  'close-window': 'when the window opens next',
  'switch-library': 'when you open this library again',
  lock: 'when you unlock the library',
  encrypt: 'when you open this library again',
  decrypt: 'when you open this library again',
  reload: 'when the window has loaded again',
};

/** Returns the question to ask when the open COEs are about to be closed and not everything is saved. */
export function leaveDialog(unsaved: Unsaved, reason: LeaveReason): DialogWords {
  if (unsaved.is === 'silent') {
    return {
      message: 'Once is still saving.',
      detail: 'The window has not answered yet. Anything it has not saved would be lost.',
      buttons: ['Wait', LEAVE_ANYWAY[reason]],
    };
  }
  if (unsaved.unsaved === 0) {
    return {
      message: 'What you typed in a form could not be saved.',
      detail: 'It would be lost. Go back to send it, or to copy it elsewhere.',
      buttons: ['Go back', LEAVE_ANYWAY[reason]],
    };
  }
  const areKept = unsaved.kept === unsaved.unsaved;
  const forms = areKept
    ? ' But what you typed in a form would be lost.'
    : ' What you typed in a form would be lost too.';
  const changes = areKept
    ? `Your last changes are kept on this computer and offered back ${OFFERED_BACK[reason]}. Or go back to save a copy elsewhere.`
    : 'Your last changes would be lost. Go back to save a copy elsewhere.';
  return {
    message: `${quantity(unsaved.unsaved, 'COE')} could not be saved.`,
    detail: unsaved.unsent > 0 ? changes + forms : changes,
    buttons: ['Go back', LEAVE_ANYWAY[reason]],
  };
}
