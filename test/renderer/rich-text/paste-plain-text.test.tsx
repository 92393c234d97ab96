// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { pastePlainText } from '#renderer/rich-text/paste/paste-plain-text.ts';
import { Toasts } from '#renderer/ui/toast.tsx';

/** Stands in for the browser's command, which happy-dom lacks. */
const insertText = vi.fn<(command: string, ui: boolean, text: string) => boolean>();

beforeEach(() => {
  insertText.mockReset();
  Object.assign(document, { execCommand: insertText });
});
afterEach(cleanup);

it.each([
  ['a field', <input key="x" aria-label="x" />],
  ['a field of several lines', <textarea key="x" aria-label="x" />],
  ['a prose text', <div key="x" role="textbox" aria-label="x" tabIndex={0} contentEditable />],
])('a plain paste goes into %s that has the focus', (_what, field) => {
  render(field);
  screen.getByLabelText('x').focus();
  pastePlainText('a *full* disk');
  expect(insertText.mock.calls).toEqual([['insertText', false, 'a *full* disk']]);
});

it.each([
  ['a button', <button key="x" type="button" aria-label="x" />],
  ['a checkbox', <input key="x" type="checkbox" aria-label="x" />],
  ['a prose text that is only read', <div key="x" aria-label="x" tabIndex={-1} contentEditable={false} />],
])('a plain paste goes nowhere while %s has the focus, although a caret is in another text', (_what, focused) => {
  render(focused);
  screen.getByLabelText('x').focus();
  pastePlainText('a *full* disk');
  expect(insertText).not.toHaveBeenCalled();
});

it('a plain paste goes into the field that was given the focus for it', () => {
  render(
    <>
      <button type="button" onPaste={() => screen.getByRole('textbox').focus()}>
        Heading
      </button>
      <textarea />
    </>,
  );
  screen.getByRole('button').focus();
  pastePlainText('a full disk');
  expect(insertText).toHaveBeenCalledOnce();
});

it('a plain paste says that the clipboard has no text, as when a picture was copied', async () => {
  render(
    <>
      <textarea />
      <Toasts />
    </>,
  );
  screen.getByRole('textbox').focus();
  pastePlainText('');
  expect(await screen.findByText(/^Nothing was pasted: there is no text on the clipboard/)).toBeDefined();
  expect(insertText).not.toHaveBeenCalled();
});
