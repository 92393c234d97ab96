// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useLayoutEffect, useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';

import { dayMoment, minuteMoment, type Moment, unknownMoment, unreadMoment } from '#domain/time/moment.ts';
import { DateStyleContext } from '#renderer/ui/date-style.ts';
import { MomentField } from '#renderer/ui/moment-field.tsx';

afterEach(cleanup);

function Field({
  start,
  onChange,
  onEnter,
  previous,
  compact,
}: {
  previous?: Moment;
  compact?: boolean;
  start: Moment;
  onChange: (moment: Moment) => void;
  onEnter?: () => void;
}) {
  const [value, setValue] = useState(start);
  return (
    <MomentField
      label="When"
      value={value}
      onChange={(moment) => {
        setValue(moment);
        onChange(moment);
      }}
      referenceDate="2026-05-14"
      previous={previous}
      today="2026-06-01"
      zone="Europe/Amsterdam"
      onEnter={onEnter}
      compact={compact}
    />
  );
}

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'When' });
const type = (text: string) => fireEvent.change(box(), { target: { value: text } });

it('shows the parsed time while typing, and sets it on Enter', () => {
  const onChange = vi.fn();
  const onEnter = vi.fn();
  render(<Field start={dayMoment('2026-05-14')} onChange={onChange} onEnter={onEnter} />);
  type('10:04');
  expect(screen.getByText(/^Thu 14 May 2026, 10:04/)).toBeTruthy();
  expect(onChange).not.toHaveBeenCalled();
  fireEvent.keyDown(box(), { key: 'Enter' });
  expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ precision: 'minute', value: '2026-05-14T10:04' }));
  expect(onEnter).toHaveBeenCalledOnce();
});

it('sets text it cannot parse as the words of an unknown time, and says so', () => {
  const onChange = vi.fn();
  render(<Field start={dayMoment('2026-05-14')} onChange={onChange} />);
  type('one of these days');
  fireEvent.blur(box());
  expect(box().value).toBe('one of these days');
  expect(box().getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/Not a time I can read.*What you typed is kept\./)).toBeTruthy();
  expect(onChange).toHaveBeenCalledExactlyOnceWith({
    precision: 'unknown',
    value: '',
    approximate: false,
    words: 'one of these days',
  });
  fireEvent.keyDown(box(), { key: 'ArrowUp' });
  expect(box().value).toBe('one of these days');
});

it('says nothing below an empty field, and that the time is unknown once that is typed', () => {
  render(<Field start={unknownMoment()} onChange={vi.fn()} />);
  expect(screen.queryByText('time unknown')).toBeNull();
  type('?');
  expect(screen.getByText('time unknown')).toBeTruthy();
});

it('sets what was typed when it goes away', () => {
  const onChange = vi.fn();
  const { unmount } = render(<Field start={dayMoment('2026-05-14')} onChange={onChange} />);
  type('02:02 XYZ');
  unmount();
  expect(onChange).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ words: '02:02 XYZ' }));
});

it('has set what was typed before the page without it is shown', () => {
  const onChange = vi.fn();
  const setBy = vi.fn();
  function Next() {
    useLayoutEffect(() => setBy(onChange.mock.calls.length), []);
    return null;
  }
  const { rerender } = render(<Field start={dayMoment('2026-05-14')} onChange={onChange} />);
  type('02:02 XYZ');
  rerender(<Next />);
  expect(setBy).toHaveBeenCalledExactlyOnceWith(1);
});

it('says in few words that a row at rest was not read, and how to type a time while one types', () => {
  render(<Field compact start={unreadMoment('lunchtime')} onChange={vi.fn()} />);
  expect(screen.getByText('Not read as a time. Kept as you typed it.')).toBeTruthy();
  type('this morning');
  expect(screen.getByText(/^A part of a day is not a time/)).toBeTruthy();
});

it('gives its example in the order of the person', () => {
  render(
    <DateStyleContext value={{ order: 'month-first', clock: '12-hour', locale: 'en-US' }}>
      <Field start={unknownMoment()} onChange={vi.fn()} />
    </DateStyleContext>,
  );
  expect(box().placeholder).toBe('May 14 10:04');
});

it('continues from the row before, says the day, and changes it with one key', () => {
  const onChange = vi.fn();
  const previous = minuteMoment('2026-05-14T23:51', 'Europe/Amsterdam');
  render(<Field start={dayMoment('2026-05-14')} previous={previous} onChange={onChange} />);
  type('00:02');
  expect(screen.getByText('Fri 15 May 2026, 00:02. The next day. Page Down: a day earlier')).toBeTruthy();
  fireEvent.keyDown(box(), { key: 'PageDown' });
  expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ value: '2026-05-14T00:02' }));
  fireEvent.keyDown(box(), { key: 'PageUp' });
  expect(onChange).toHaveBeenLastCalledWith(expect.objectContaining({ value: '2026-05-15T00:02' }));
});

it('asks about an unlikely year, and sets it', () => {
  const onChange = vi.fn();
  render(<Field start={dayMoment('2026-05-14')} onChange={onChange} />);
  type('14 May 3050');
  expect(screen.getByText('3050 is far ahead. Is the year right?')).toBeTruthy();
  fireEvent.keyDown(box(), { key: 'Enter' });
  expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ value: '3050-05-14' }));
});

it('reads and writes dates in the order and on the clock of the person', () => {
  const onChange = vi.fn();
  render(
    <DateStyleContext value={{ order: 'month-first', clock: '12-hour', locale: 'en-US' }}>
      <Field start={minuteMoment('2026-05-14T21:30', 'Europe/Amsterdam')} onChange={onChange} />
    </DateStyleContext>,
  );
  expect(box().value).toBe('May 14, 2026 9:30 PM');
  type('12/11/2025');
  expect(screen.getByText('Thu, Dec 11, 2025. Read with the month first.')).toBeTruthy();
});

it('sets on blur, steps with the arrow keys, and discards typing on Escape', () => {
  const onChange = vi.fn();
  render(<Field start={dayMoment('2026-05-14')} onChange={onChange} />);
  type('around May 2026');
  fireEvent.blur(box());
  expect(onChange).toHaveBeenLastCalledWith({ precision: 'month', value: '2026-05', approximate: true });
  fireEvent.keyDown(box(), { key: 'ArrowUp' });
  expect(onChange).toHaveBeenLastCalledWith({ precision: 'month', value: '2026-06', approximate: true });
  type('nonsense');
  fireEvent.keyDown(box(), { key: 'Escape' });
  expect(box().value).toBe('about June 2026');
});

it('does nothing on Enter while an input method is composing', () => {
  const onChange = vi.fn();
  render(<Field start={dayMoment('2026-05-14')} onChange={onChange} />);
  type('10:04');
  fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
  expect(onChange).not.toHaveBeenCalled();
});
