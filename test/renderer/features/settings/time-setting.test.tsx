// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';

import type { Clock } from '#domain/time/date-style.ts';
import { TimeSetting } from '#renderer/features/settings/time-setting.tsx';
import { DateStyleContext } from '#renderer/ui/date-style.ts';

afterEach(cleanup);

function Field({ clock, onChange }: { clock: Clock; onChange: (time: string) => void }) {
  const [value, setValue] = useState('09:00');
  return (
    <DateStyleContext value={{ order: 'day-first', clock, locale: 'en-GB' }}>
      <TimeSetting
        label="Time of the reminder"
        value={value}
        onChange={(time) => {
          setValue(time);
          onChange(time);
        }}
      />
    </DateStyleContext>
  );
}

const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Time of the reminder' });
const type = (text: string) => fireEvent.change(box(), { target: { value: text } });

it('is typed in any form, and shown by the clock of the person', () => {
  const onChange = vi.fn();
  render(<Field clock="12-hour" onChange={onChange} />);
  expect(box().value).toBe('9:00 AM');
  type('1');
  type('18.30');
  expect(onChange).not.toHaveBeenCalled();
  fireEvent.blur(box());
  expect(onChange).toHaveBeenCalledExactlyOnceWith('18:30');
  expect(box().value).toBe('6:30 PM');
});

it('keeps text that is no time of day, says so, and changes nothing', () => {
  const onChange = vi.fn();
  const { unmount } = render(<Field clock="24-hour" onChange={onChange} />);
  type('after lunch');
  fireEvent.blur(box());
  expect(box().value).toBe('after lunch');
  expect(screen.getByText('Not a time of day I can read. It stays 09:00.')).toBeTruthy();
  unmount();
  expect(onChange).not.toHaveBeenCalled();
});

it('is set when the screen changes while the field has the focus', () => {
  const onChange = vi.fn();
  const { unmount } = render(<Field clock="24-hour" onChange={onChange} />);
  type('7');
  unmount();
  expect(onChange).toHaveBeenCalledExactlyOnceWith('07:00');
});
