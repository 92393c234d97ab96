// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';

import { dayMoment, type Moment } from '#domain/time/moment.ts';
import { MomentField } from '#renderer/ui/moment-field.tsx';

afterEach(cleanup);

function Field({
  start,
  onChange,
  onEnter,
}: {
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
      today="2026-06-01"
      zone="Europe/Amsterdam"
      onEnter={onEnter}
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
  expect(screen.getByText('Thu 14 May 2026, 10:04')).toBeTruthy();
  expect(onChange).not.toHaveBeenCalled();
  fireEvent.keyDown(box(), { key: 'Enter' });
  expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ precision: 'minute', value: '2026-05-14T10:04' }));
  expect(onEnter).toHaveBeenCalledOnce();
});

it('keeps text it cannot parse, reports it, and sets nothing', () => {
  const onChange = vi.fn();
  render(<Field start={dayMoment('2026-05-14')} onChange={onChange} />);
  type('one of these days');
  fireEvent.blur(box());
  expect(box().value).toBe('one of these days');
  expect(box().getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/Not a time I can read/)).toBeTruthy();
  expect(onChange).not.toHaveBeenCalled();
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
