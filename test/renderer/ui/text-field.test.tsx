// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { TextField } from '#renderer/ui/text-field.tsx';

afterEach(cleanup);

it('a field of several lines is written from the right in a script that is', () => {
  render(<TextField label="Reply" multiline />);
  expect(screen.getByRole('textbox', { name: 'Reply' }).dir).toBe('auto');
});
