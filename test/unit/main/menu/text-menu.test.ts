import { describe, expect, it } from 'vitest';

import { spellingMenu } from '#main/menu/text-menu.ts';

const labels = (suggestions: readonly string[] | null): (string | undefined)[] =>
  spellingMenu(
    suggestions,
    () => {},
    () => {},
  ).map(({ label }) => label);

describe('the menu of a misspelled word', () => {
  it('says that the dictionary is loading rather than that there is nothing to suggest', () => {
    expect(labels(null)[0]).toBe('The dictionary is still loading');
    expect(labels(null)).not.toContain('No suggestions');
  });

  it('lists the suggestions, or says that there are none', () => {
    expect(labels(['word'])[0]).toBe('word');
    expect(labels([])[0]).toBe('No suggestions');
  });
});
