// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import { afterEach, describe, expect, it } from 'vitest';

import { useFocusNearLost } from '#renderer/app/use-focus-near-lost.ts';

afterEach(cleanup);

/** Rows that go away when they are answered, and a field with a button that does. */
function Screen({ isListOnly = false }): ReactNode {
  useFocusNearLost();
  const [rows, setRows] = useState(['first', 'second', 'third']);
  const [isChanged, setIsChanged] = useState(true);
  return (
    <main tabIndex={-1}>
      <button type="button">Back to my library</button>
      <div>
        <h1>Today</h1>
        {rows.length > 0 && (
          <ul>
            {rows.map((row) => (
              <li key={row}>
                <button type="button" onClick={() => setRows(rows.filter((other) => other !== row))}>
                  Answer the {row}
                </button>
              </li>
            ))}
          </ul>
        )}
        {!isListOnly && (
          <div>
            {['Light', 'Dark'].map((theme) => (
              <label key={theme}>
                <input type="radio" name="theme" defaultChecked={theme === 'Light'} /> {theme}
              </label>
            ))}
            {isChanged && (
              <button type="button" onClick={() => setIsChanged(false)}>
                Reset
              </button>
            )}
          </div>
        )}
      </div>
    </main>
  );
}

/** The parts of the editor: a notice that is answered, an outline, and sections with a link above their rows. */
function Editor(): ReactNode {
  useFocusNearLost();
  const [isAsking, setIsAsking] = useState(true);
  const [isComparing, setIsComparing] = useState(true);
  const [rows, setRows] = useState(['first', 'second', 'third']);
  return (
    <main tabIndex={-1}>
      <div data-editor>
        {isAsking && (
          <div role="alert">
            <button type="button" onClick={() => setIsAsking(false)}>
              Keep mine
            </button>
          </div>
        )}
        {isComparing &&
          createPortal(
            <div role="dialog">
              <button type="button" onClick={() => setIsComparing(false)}>
                Use these choices
              </button>
            </div>,
            document.body,
          )}
        <nav aria-label="Outline">
          <button type="button">Timeline</button>
        </nav>
        <div data-scroll>
          <div data-active="whys">
            {['timeline', 'whys'].map((id) => (
              <section key={id} id={`section-${id}`} aria-label={id}>
                <h2 tabIndex={-1}>{id}</h2>
                <a href="#/handbook">Handbook</a>
                <ul>
                  {rows.map((row) => (
                    <li key={row}>
                      <textarea
                        aria-label={`${id} ${row}`}
                        onKeyDown={() => setRows(rows.filter((other) => other !== row))}
                      />
                      <button type="button">More for {row}</button>
                    </li>
                  ))}
                </ul>
                <button type="button">Add to {id}</button>
              </section>
            ))}
          </div>
        </div>
      </div>
    </main>
  );
}

/** Presses a button by the keyboard or with the pointer. */
function press(name: string, meanwhile: () => void = () => undefined, by: 'keyboard' | 'pointer' = 'keyboard'): void {
  const button = screen.getByRole('button', { name });
  button.focus();
  if (by === 'keyboard') fireEvent.keyDown(button, { key: 'Enter' });
  else fireEvent.pointerDown(button);
  meanwhile();
  fireEvent.click(button);
}

const isFocused = (find: () => HTMLElement): Promise<void> =>
  waitFor(() => expect(document.activeElement).toBe(find()));
const button = (name: string) => (): HTMLElement => screen.getByRole('button', { name });

describe('the focus, when the element that has it is removed', () => {
  it('goes to the row after it, or else before it', async () => {
    render(<Screen />);
    press('Answer the second');
    await isFocused(button('Answer the third'));
    press('Answer the third');
    await isFocused(button('Answer the first'));
  });

  it('goes to what follows when the list goes away with its last row', async () => {
    render(<Screen />);
    for (const row of ['first', 'second', 'third']) press(`Answer the ${row}`);
    await isFocused(() => screen.getByRole('radio', { name: 'Light' }));
  });

  it('goes to the screen when nothing is left on it, not to what is beside it', async () => {
    render(<Screen isListOnly />);
    for (const row of ['first', 'second', 'third']) press(`Answer the ${row}`);
    await isFocused(() => screen.getByRole('main'));
  });

  it('goes to the chosen one of the radio buttons beside it', async () => {
    render(<Screen />);
    press('Reset');
    await isFocused(() => screen.getByRole('radio', { name: 'Light' }));
  });

  it('goes to the screen when one was left before', async () => {
    render(<Screen />);
    press('Reset', () => (window.location.hash = '#/coes/1'));
    await isFocused(() => screen.getByRole('main'));
    window.location.hash = '';
  });

  it('stays away after a press of the pointer, which shows where one is', async () => {
    render(<Screen />);
    press('Reset', undefined, 'pointer');
    for (let frame = 0; frame < 5; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(document.activeElement).toBe(document.body);
  });
});

describe('the focus in the editor, when the element that has it is removed', () => {
  it('goes to the section that is read after a notice above the page, not to the outline', async () => {
    render(<Editor />);
    press('Keep mine');
    await isFocused(() => screen.getByRole('heading', { name: 'whys' }));
  });

  it('goes to the section that is read after a dialog that returns it nowhere', async () => {
    render(<Editor />);
    press('Use these choices');
    await isFocused(() => screen.getByRole('heading', { name: 'whys' }));
  });

  it('goes to the list around a text field, not into a field or to a button of another row', async () => {
    render(<Editor />);
    const field = screen.getByRole('textbox', { name: 'whys second' });
    const list = field.closest('ul');
    field.focus();
    fireEvent.keyDown(field, { key: 'z', ctrlKey: true });
    expect(field.isConnected).toBe(false);
    await waitFor(() => expect(document.activeElement).toBe(list));
    screen.getByRole('textbox', { name: 'whys third' }).focus();
    expect(list?.hasAttribute('tabindex')).toBe(false);
  });

  it('goes to what follows a list that is hidden without its last row', async () => {
    render(<Editor />);
    const field = screen.getByRole('textbox', { name: 'timeline first' });
    field.closest('ul')?.style.setProperty('display', 'none');
    field.focus();
    fireEvent.keyDown(field, { key: 'z', ctrlKey: true });
    await isFocused(button('Add to timeline'));
  });
});
