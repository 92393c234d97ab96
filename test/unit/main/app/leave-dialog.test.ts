import { describe, expect, it } from 'vitest';

import { leaveDialog } from '#main/app/leave-dialog.ts';
import type { LeaveReason } from '#main/session/leave-guard.ts';

const ANYWAY: Record<LeaveReason, string> = {
  quit: 'Quit anyway',
  'close-window': 'Close anyway',
  'switch-library': 'Switch anyway',
  lock: 'Lock anyway',
  encrypt: 'Encrypt anyway',
  decrypt: 'Decrypt anyway',
  reload: 'Reload anyway',
};

describe('the question before leaving unsaved COEs', () => {
  it.each(Object.entries(ANYWAY))('names the action on its button: %s', (reason, button) => {
    const unsaved = { is: 'answered', unsaved: 2, kept: 2, unsent: 0 } as const;
    expect(leaveDialog({ is: 'silent' }, reason as LeaveReason).buttons).toEqual(['Wait', button]);
    expect(leaveDialog(unsaved, reason as LeaveReason).buttons).toEqual(['Go back', button]);
  });

  it('says that what was typed in a form would be lost', () => {
    const forms = { is: 'answered', unsaved: 0, kept: 0, unsent: 1 } as const;
    expect(leaveDialog(forms, 'quit')).toMatchObject({
      message: 'What you typed in a form could not be saved.',
      buttons: ['Go back', 'Quit anyway'],
    });
    expect(leaveDialog({ ...forms, unsaved: 1 }, 'lock').detail).toMatch(/in a form would be lost too\.$/);
  });

  it('does not say that changes which are kept would be lost with a form', () => {
    const { detail } = leaveDialog({ is: 'answered', unsaved: 1, kept: 1, unsent: 1 }, 'lock');
    expect(detail).toMatch(/are kept on this computer .* But what you typed in a form would be lost\.$/);
  });

  it('says nothing of forms when nothing was typed in one', () => {
    const { detail } = leaveDialog({ is: 'answered', unsaved: 1, kept: 1, unsent: 0 }, 'lock');
    expect(detail).not.toContain('form');
  });

  it('says when journalled changes are offered back, and warns when they would be lost', () => {
    const unsaved = { is: 'answered', unsaved: 1, kept: 1, unsent: 0 } as const;
    expect(leaveDialog(unsaved, 'quit').detail).toContain('when Once starts next');
    expect(leaveDialog(unsaved, 'switch-library').detail).toContain('when you open this library again');
    expect(leaveDialog({ ...unsaved, kept: 0 }, 'switch-library').detail).toContain('would be lost');
  });
});
