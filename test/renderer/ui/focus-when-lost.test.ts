// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { focusWhenLost } from '#renderer/ui/focus-when-lost.ts';

let lost: HTMLButtonElement;
let near: HTMLButtonElement;

beforeEach(() => {
  [lost, near] = [document.createElement('button'), document.createElement('button')];
  document.body.append(lost, near);
  lost.focus();
});
afterEach(() => document.body.replaceChildren());

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

describe('an element that is to have the focus when it is lost', () => {
  it('has it a frame later', async () => {
    focusWhenLost(() => near);
    lost.remove();
    expect(document.activeElement).toBe(document.body);
    await frame();
    expect(document.activeElement).toBe(near);
  });

  it('has it before a letter that is typed in the same frame', () => {
    focusWhenLost(() => near);
    lost.remove();
    fireEvent.keyDown(document.body, { key: 'a' });
    expect(document.activeElement).toBe(near);
  });

  it.each([['Shift', 'A'], ['AltGraph', '€'], ['Fn', 'a'], ['Dead'], ['Compose'], ['Process']])(
    'has it before what “%s” types in the same frame',
    (...keys) => {
      focusWhenLost(() => near);
      lost.remove();
      for (const key of keys) fireEvent.keyDown(document.body, { key });
      expect(document.activeElement).toBe(near);
    },
  );

  it.each(['Enter', ' ', 'Tab', 'Escape'])('is not pressed or passed by with the key “%s” in the same frame', (key) => {
    focusWhenLost(() => near);
    lost.remove();
    fireEvent.keyDown(document.body, { key });
    expect(document.activeElement).toBe(document.body);
  });

  it('leaves the focus to what has it meanwhile', () => {
    focusWhenLost(() => near);
    fireEvent.keyDown(lost, { key: 'a' });
    expect(document.activeElement).toBe(lost);
  });
});
