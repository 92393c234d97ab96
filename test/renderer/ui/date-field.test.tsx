// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';

import { DateField } from '#renderer/ui/date-field.tsx';

afterEach(cleanup);

type FieldProps = { onChange: (date: string | null) => void; expects?: 'plan' | 'past'; edge?: 'first' | 'last' };

function Field({ onChange, ...props }: FieldProps) {
  const [value, setValue] = useState<string | null>('2026-11-30');
  return (
    <DateField
      label="Due"
      value={value}
      today="2026-11-20"
      onChange={(date) => {
        setValue(date);
        onChange(date);
      }}
      {...props}
    />
  );
}

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Due' });
const type = (text: string) => fireEvent.change(box(), { target: { value: text } });

it('takes a date as people say it, with what was understood below', () => {
  const onChange = vi.fn();
  render(<Field onChange={onChange} />);
  expect(box().value).toBe('30 Nov 2026');
  type('friday');
  expect(screen.getByText('Fri 27 November, in 7 days')).toBeTruthy();
  fireEvent.blur(box());
  expect(onChange).toHaveBeenCalledExactlyOnceWith('2026-11-27');
});

it('keeps text that is no date in the field, and says so', () => {
  const onChange = vi.fn();
  render(<Field onChange={onChange} />);
  type('soon');
  fireEvent.blur(box());
  expect(box().value).toBe('soon');
  expect(screen.getByText(/Not a date I can read/)).toBeTruthy();
  expect(onChange).not.toHaveBeenCalled();
});

it('is cleared at once when it is emptied', () => {
  const onChange = vi.fn();
  render(<Field onChange={onChange} />);
  type('');
  expect(onChange).toHaveBeenCalledExactlyOnceWith(null);
});

it('stays empty while one types where a date is required', () => {
  render(<DateField label="Due" value="2026-11-30" today="2026-11-20" onChange={() => undefined} />);
  type('');
  expect(box().value).toBe('');
  fireEvent.blur(box());
  expect(box().value).toBe('30 Nov 2026');
});

it('takes a month as its first or last day', () => {
  const onChange = vi.fn();
  render(<Field onChange={onChange} expects="past" edge="first" />);
  type('May 2026');
  fireEvent.blur(box());
  expect(onChange).toHaveBeenCalledExactlyOnceWith('2026-05-01');
});

it('asks about a year far ahead', () => {
  render(<Field onChange={vi.fn()} />);
  type('1 Dec 3050');
  expect(screen.getByText('3050 is far ahead. Is the year right?')).toBeTruthy();
});
