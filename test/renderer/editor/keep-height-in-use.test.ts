// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { keepHeightInUse } from '#renderer/editor/fields/keep-height-in-use.ts';

/** The layout: a field is as high as it has lines, and a box as its fields unless it has a height of its own. */
let layouts = 0;
const heightOf = (element: HTMLElement): number =>
  element instanceof HTMLTextAreaElement
    ? element.value.split('\n').length * 20
    : Number.parseFloat(element.style.height) ||
      [...element.children].reduce((height, child) => height + heightOf(child as HTMLElement), 0);

/** Reports as the browser does, before it draws: what is newly observed, and what has another height. */
class FakeResizeObserver {
  readonly #heights = new Map<HTMLElement, number | null>();
  readonly #report: () => void;
  constructor(report: () => void) {
    this.#report = report;
    draw = () => this.#draw();
  }
  observe(element: HTMLElement): void {
    this.#heights.set(element, null);
  }
  disconnect(): void {
    this.#heights.clear();
  }
  #draw(): void {
    const changed = [...this.#heights].filter(([element, height]) => height !== heightOf(element));
    for (const [element] of changed) this.#heights.set(element, heightOf(element));
    if (changed.length > 0) this.#report();
  }
}

let draw = (): void => undefined;
let stop = (): void => undefined;
let box: HTMLElement;
let field: HTMLTextAreaElement;

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return heightOf(this);
  });
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    layouts += 1;
    return { height: heightOf(this) } as DOMRect;
  });
  vi.stubGlobal('ResizeObserver', FakeResizeObserver);
  document.body.innerHTML = '<div id="root"><div data-alone><textarea></textarea></div><input></div>';
  const root = document.querySelector<HTMLElement>('#root');
  box = document.querySelector<HTMLElement>('[data-alone]') as HTMLElement;
  field = document.querySelector('textarea') as HTMLTextAreaElement;
  stop = root === null ? stop : keepHeightInUse(root);
  layouts = 0;
});
afterEach(() => {
  stop();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function type(text: string): void {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

it('keeps the height of the box of a field that has the focus, and frees it afterwards', () => {
  field.focus();
  draw();
  expect(box.style.height).toBe('20px');
  expect(box.style.contain).toBe('layout size');
  document.querySelector('input')?.focus();
  expect(box.getAttribute('style') ?? '').toBe('');
});

it('measures the box again only when a field in it has another height', () => {
  field.focus();
  draw();
  layouts = 0;
  for (const text of ['a', 'ab', 'abc']) type(text);
  expect(layouts).toBe(0);
  type('abc\nd');
  expect(box.style.height).toBe('40px');
  type('abc');
  expect(box.style.height).toBe('20px');
  expect(layouts).toBe(2);
});

it('gives the box its new height before it is drawn when a field changes without typing, as in a row that opens', () => {
  field.focus();
  draw();
  field.value = 'two\nlines';
  draw();
  expect(box.style.height).toBe('40px');
});

it('gives the box its new height when a field is added to it, and when that one changes', async () => {
  field.focus();
  draw();
  const added = document.createElement('textarea');
  box.append(added);
  const heightOnceDrawn = (): string => {
    draw();
    return box.style.height;
  };
  await expect.poll(heightOnceDrawn).toBe('40px');
  added.value = 'two\nlines';
  draw();
  expect(box.style.height).toBe('60px');
});

it('frees the box when it is stopped, and leaves it alone from then on', () => {
  field.focus();
  draw();
  stop();
  expect(box.getAttribute('style') ?? '').toBe('');
  type('two\nlines');
  field.blur();
  field.focus();
  draw();
  expect(box.getAttribute('style') ?? '').toBe('');
});
