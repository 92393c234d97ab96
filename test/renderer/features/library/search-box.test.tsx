// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { SearchBox } from '#renderer/features/library/search-box.tsx';
import { showPage } from '#test/support/show-page.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Shows the box beside an address whose changes arrive when the test lets them. */
function showBox() {
  const searches: string[] = [];
  let arrive: (text: string) => void = () => {};
  const Page = () => {
    const [address, setAddress] = useState('');
    useEffect(() => {
      arrive = setAddress;
    }, []);
    return <SearchBox value={address} onChange={(text) => searches.push(text)} />;
  };
  showPage(<Page />, {});
  const box = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search COEs' });
  return {
    box,
    searches,
    type: (text: string): void => void fireEvent.change(box, { target: { value: text } }),
    rest: (): void => act(() => void vi.advanceTimersByTime(1000)),
    arrive: (text: string): void => act(() => arrive(text)),
  };
}

describe('the search box', () => {
  it('searches for what was typed, once, when the typing rests', () => {
    const { type, rest, searches } = showBox();
    type('cal');
    type('calendar');
    rest();
    expect(searches).toEqual(['calendar']);
  });

  it('keeps newer text when the address follows with older text', () => {
    const { box, type, rest, arrive, searches } = showBox();
    type('cal');
    rest();
    type('calendar');
    arrive('cal');
    expect(box.value).toBe('calendar');
    rest();
    arrive('calendar');
    expect([box.value, searches]).toEqual(['calendar', ['cal', 'calendar']]);
  });

  it('shows an address that came from elsewhere, and does not search for it', () => {
    const { box, rest, arrive, searches } = showBox();
    arrive('tag:family');
    rest();
    expect([box.value, searches]).toEqual(['tag:family', []]);
  });

  it('does not search again when an address replaces a search that never arrived', () => {
    const { box, type, rest, arrive, searches } = showBox();
    type('calendar');
    rest();
    arrive('tag:family');
    rest();
    expect([box.value, searches]).toEqual(['tag:family', ['calendar']]);
    arrive('');
    expect(box.value).toBe('');
  });

  it('searches again for the same words after an address from elsewhere', () => {
    const { type, rest, arrive, searches } = showBox();
    type('calendar');
    rest();
    arrive('calendar');
    arrive('');
    type('calendar');
    rest();
    expect(searches).toEqual(['calendar', 'calendar']);
  });
});
