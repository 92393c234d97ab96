// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { MarkdownView } from '#renderer/ui/markdown-view.tsx';
import { OpenOutside } from '#renderer/ui/outside-link.tsx';

const openOutside = vi.fn();

beforeEach(() => openOutside.mockClear());
afterEach(cleanup);

test('HTML is shown as plain text', () => {
  const { container } = render(<MarkdownView markdown={'<img src=x onerror=alert(1)>\n\nA <b>tag</b> in a line'} />);
  expect(container.querySelector('img, b')).toBeNull();
  expect(container.textContent).toContain('<img src=x onerror=alert(1)>');
  expect(container.textContent).toContain('A <b>tag</b> in a line');
});

test('a link asks to open outside and does not navigate', () => {
  render(
    <OpenOutside value={openOutside}>
      <MarkdownView markdown="[there](https://example.org/a)" />
    </OpenOutside>,
  );
  const click = new MouseEvent('click', { bubbles: true, cancelable: true });
  screen.getByRole('link').dispatchEvent(click);
  expect(click.defaultPrevented).toBe(true);
  expect(openOutside).toHaveBeenCalledWith('https://example.org/a');
});

test('a link within the app is a normal link', () => {
  render(<MarkdownView markdown="[faq](#/handbook/faq)" showAddresses />);
  expect(screen.getByRole('link', { name: 'faq' }).getAttribute('href')).toBe('#/handbook/faq');
  expect(openOutside).not.toHaveBeenCalled();
});

test('an address is shown beside its text on request', () => {
  const { container } = render(<MarkdownView markdown="[there](https://example.org/a)" showAddresses />);
  expect(container.textContent).toContain('https://example.org/a');
});

test('an image becomes a link with its alt text, and is not loaded', () => {
  const { container } = render(<MarkdownView markdown={'![a chart][c]\n\n[c]: https://example.org/c.png'} />);
  expect(container.querySelector('img')).toBeNull();
  expect(screen.getByRole('link', { name: /a chart/ }).getAttribute('href')).toBe('https://example.org/c.png');
});

test('headings move down by the given number of levels, at most to the last', () => {
  render(<MarkdownView markdown={'# One\n\n##### Five'} shiftHeadings={2} />);
  expect(screen.getByRole('heading', { level: 3, name: 'One' })).toBeTruthy();
  expect(screen.getByRole('heading', { level: 6, name: 'Five' })).toBeTruthy();
});

test('task lists, tables and strikethrough are rendered', () => {
  const { container } = render(<MarkdownView markdown={'- [x] done\n- [ ] open\n\n|a|b|\n|-|-|\n|1|2|\n\n~~gone~~'} />);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Done' }).checked).toBe(true);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Not done' }).checked).toBe(false);
  expect(screen.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['1', '2']);
  expect(container.querySelector('del')?.textContent).toBe('gone');
});

test('a text that is nested too deeply is shown as plain text', () => {
  const { container } = render(<MarkdownView markdown={`${'> '.repeat(2_000)}deep`} />);
  expect(container.querySelector('blockquote')).toBeNull();
  expect(container.textContent).toContain('deep');
});
