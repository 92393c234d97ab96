// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';

import { Hint } from '#renderer/ui/hint.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Button } from 'react-aria-components';

afterEach(cleanup);

/** Focuses the only button by key, which shows its tooltip. */
async function focusByKey(): Promise<void> {
  fireEvent.keyDown(document.body, { key: 'Tab' });
  screen.getByRole('button').focus();
  await screen.findByRole('tooltip');
}

describe('what a screen reader says of a button with a tooltip', () => {
  it('is its name once, and the shortcut', async () => {
    render(
      <IconButton label="Search" shortcut="Ctrl+F">
        <svg />
      </IconButton>,
    );
    await focusByKey();
    expect(screen.getByRole('tooltip').textContent).toBe('SearchCtrl+F');
    expect(screen.getByRole('button', { name: 'Search', description: 'Ctrl+F' })).toBeTruthy();
  });

  it('is the tooltip too where that says more than the name', async () => {
    render(
      <Hint text="Ask who could know">
        <Button>Why?</Button>
      </Hint>,
    );
    await focusByKey();
    expect(screen.getByRole('button', { name: 'Why?', description: 'Ask who could know' })).toBeTruthy();
  });
});
