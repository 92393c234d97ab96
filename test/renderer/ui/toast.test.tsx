// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { closeToast, showToast, Toasts, undoLast } from '#renderer/ui/toast.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  closeToast('undo');
  render(<Toasts />);
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const wait = (seconds: number): void => act(() => void vi.advanceTimersByTime(seconds * 1000));
const show = (undo: () => void): void => act(() => showToast('The row is gone.', undo));
const message = (): HTMLElement | null => screen.queryByText('The row is gone.');

it('a message with a button gives twenty seconds to reach it', () => {
  show(() => undefined);
  wait(19);
  expect(message()).not.toBeNull();
  wait(2);
  expect(message()).toBeNull();
});

it('a message stays while the pointer or the focus is on it, also when the other leaves', () => {
  show(() => undefined);
  const undo = screen.getByRole('button', { name: 'Undo' });
  fireEvent.pointerEnter(undo.parentElement ?? undo);
  act(() => undo.focus());
  fireEvent.pointerLeave(undo.parentElement ?? undo);
  wait(3600);
  expect(message()).not.toBeNull();
  act(() => undo.blur());
  wait(21);
  expect(message()).toBeNull();
});

it('what a message offered can be undone once, also when it has gone, and is said', () => {
  const undo = vi.fn();
  show(undo);
  wait(60);
  expect(message()).toBeNull();
  let isUndone = false;
  act(() => void (isUndone = undoLast()));
  expect(isUndone).toBe(true);
  expect(undo).toHaveBeenCalledOnce();
  expect(screen.getByRole('status').textContent).toBe('Undone: The row is gone.');
  act(() => void (isUndone = undoLast()));
  expect(isUndone).toBe(false);
});

it('what was undone with the button, or by other means, is not undone again', () => {
  const undo = vi.fn();
  show(undo);
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(undoLast()).toBe(false);
  show(undo);
  act(() => closeToast('undo'));
  expect(undoLast()).toBe(false);
  expect(undo).toHaveBeenCalledOnce();
});

it('nothing of it is left when the library is locked or changed', () => {
  const undo = vi.fn();
  show(undo);
  cleanup();
  render(<Toasts />);
  expect(message()).toBeNull();
  expect(undoLast()).toBe(false);
});
