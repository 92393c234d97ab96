// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { ScaleField } from '#renderer/editor/fields/scale-field.tsx';

afterEach(cleanup);

it('a scale has words for the choice that is shown as a dash', () => {
  render(<ScaleField label="How sure" ends="1 guessing, 5 certain" value={null} onChange={() => undefined} />);
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'no answer' }).checked).toBe(true);
  expect(screen.getByRole('radio', { name: '5' })).toBeTruthy();
});
