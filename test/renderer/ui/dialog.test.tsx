// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** Clicks as a screen reader does: without a pointer, and without a count of clicks. */
function clickByScreenReader(): void {
  render(<button type="button">Open</button>);
  screen.getByRole('button', { name: 'Open' }).focus();
  fireEvent.click(screen.getByRole('button', { name: 'Open' }), { detail: 0 });
}

describe('a dialog opened by a screen reader', () => {
  it('takes Escape before the next frame', () => {
    clickByScreenReader();
    vi.stubGlobal('requestAnimationFrame', () => 0);
    const onClose = vi.fn();
    render(
      <Dialog title="A question" isOpen onClose={onClose}>
        <p>Yes or no?</p>
      </Dialog>,
    );
    expect(document.activeElement).toBe(screen.getByRole('dialog'));
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('hands the focus on to the button that asks for it', async () => {
    clickByScreenReader();
    render(
      <Dialog title="A question" isOpen onClose={() => undefined}>
        <Button autoFocus>Close</Button>
      </Dialog>,
    );
    await expect.poll(() => document.activeElement?.textContent).toBe('Close');
  });
});

describe('a click outside a dialog', () => {
  const clickOutside = (detail: number): void => {
    fireEvent.pointerDown(document.body, { button: 0 });
    fireEvent.mouseDown(document.body, { detail });
    fireEvent.click(document.body, { detail });
  };

  it('closes it, unless it is the second click of the one that opened it', () => {
    const onClose = vi.fn();
    render(
      <Dialog title="A question" isOpen onClose={onClose}>
        <p>Yes or no?</p>
      </Dialog>,
    );
    clickOutside(2);
    expect(onClose).not.toHaveBeenCalled();
    clickOutside(1);
    expect(onClose).toHaveBeenCalledOnce();
  });
});
