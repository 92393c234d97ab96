// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { NotesPane } from '#renderer/features/people/notes-pane.tsx';
import { showPage } from '#test/support/show-page.tsx';

afterEach(cleanup);

it('has notes written from the right in a script that is', async () => {
  showPage(<NotesPane person="p" share={'a'.repeat(32)} />, { 'people:read-notes': { text: 'A note' } });
  const notes = await screen.findByRole('textbox', { name: 'Your notes' });
  expect(notes.dir).toBe('auto');
});
