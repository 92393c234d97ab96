import { describe, expect, it } from 'vitest';

import { isOwnPage } from '#main/ipc/sender.ts';

const frame = (url: string, parent: unknown = null) => ({ url, parent });

describe('an accepted sender', () => {
  it('is the main frame of the page', () => {
    expect(isOwnPage(frame('app://once/index.html#/coes'))).toBe(true);
  });

  it('is nothing else', () => {
    expect(isOwnPage(null)).toBe(false);
    expect(isOwnPage(undefined)).toBe(false);
    expect(isOwnPage(frame('app://once/index.html', frame('app://once/index.html')))).toBe(false);
    for (const url of [
      'app://twice/index.html',
      'app://once.evil/index.html',
      'app://once@evil/index.html',
      'app://once:80/',
      'http://once/index.html',
      'https://app//once',
      'file:///app://once/index.html',
      'data:text/html,app://once',
      'about:blank',
      'about:srcdoc',
      'blob:app://once/1',
      '',
    ]) {
      expect(isOwnPage(frame(url)), url).toBe(false);
    }
  });
});
