// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, expect, it } from 'vitest';

import { TextArea } from '#renderer/ui/text-area.tsx';

afterEach(cleanup);

/** A field whose words are taken by `take`. */
function Field({ take = (typed) => typed }: { take?: (typed: string, before: string) => string }): ReactNode {
  const [value, setValue] = useState('One word');
  return (
    <>
      <TextArea aria-label="Words" value={value} onChange={(typed) => setValue((before) => take(typed, before))} />
      <button type="button" onClick={() => setValue('Undone')}>
        Undo
      </button>
    </>
  );
}

const area = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'Words' });
const type = async (value: string): Promise<void> => {
  fireEvent.change(area(), { target: { value } });
  await act(async () => undefined);
};

it('shows what is typed and what is set, and writes it into the page a second time only in a pause', async () => {
  render(<Field />);
  expect(area().value).toBe('One word');
  await type('One word more');
  expect(area().value).toBe('One word more');
  expect(area().textContent).toBe('One word');
  await waitFor(() => expect(area().textContent).toBe('One word more'));
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(area().value).toBe('Undone');
});

it('is written from the right in a script that is, as the prose is', () => {
  render(<Field />);
  expect(area().dir).toBe('auto');
});

it('takes back what is refused, and shows what is taken otherwise', async () => {
  render(<Field take={(typed, before) => (typed.includes('!') ? before : typed.replaceAll('\n', ' '))} />);
  await type('One word!');
  expect(area().value).toBe('One word');
  await type('One\nword');
  expect(area().value).toBe('One word');
  await type('Two\nwords');
  expect(area().value).toBe('Two words');
});

it('is drawn without kerning while a word of thousands of letters is in it', async () => {
  render(<Field />);
  expect(area().hasAttribute('data-long-word')).toBe(false);
  await type(`A key: ${'office'.repeat(2000)}`);
  expect(area().hasAttribute('data-long-word')).toBe(true);
  await type('A key: '.repeat(2000));
  expect(area().hasAttribute('data-long-word')).toBe(false);
});
