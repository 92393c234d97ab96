// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import { DraftContext } from '#renderer/draft/draft-context.ts';
import { Outline } from '#renderer/editor/shell/outline.tsx';
import { openTestDraft } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';

afterEach(cleanup);

it('says what answers a section that is empty or started, and nothing of one that is answered or skipped', () => {
  const { sections } = someCoe();
  const coe = someCoe({
    sections: {
      ...sections,
      context: { ...sections.context, prose: 'Short.' },
      mitigated: {
        ...sections.mitigated,
        prose: 'We rolled the last release back at noon, and it was over.'.repeat(2),
      },
      learned: { ...sections.learned, skipped: true },
    },
  });
  render(
    <DraftContext value={openTestDraft({ coe }).draft}>
      <Outline
        sections={['context', 'timeline', 'mitigated', 'learned']}
        active="context"
        questions={new Map()}
        comments={new Map()}
        onGo={() => undefined}
      />
    </DraftContext>,
  );
  const descriptionOf = (name: RegExp): string | null => {
    const id = screen.getByRole('button', { name }).getAttribute('aria-describedby');
    return id === null ? null : (document.querySelector(`[id="${id}"]`)?.textContent ?? null);
  };
  expect(descriptionOf(/ started$/)).toBe(
    'A sentence or two, or both what was supposed to happen and what was different, answer it.',
  );
  expect(descriptionOf(/ empty$/)).toBe('Two entries answer it.');
  expect(screen.getByRole('button', { name: / empty$/ }).title).toContain('Two entries answer it.');
  expect(descriptionOf(/ done$/)).toBeNull();
  expect(descriptionOf(/ skipped$/)).toBeNull();
});

it('leads to a section with a click that began there, not with the second one of a double click', () => {
  const onGo = vi.fn();
  render(
    <DraftContext value={openTestDraft().draft}>
      <Outline
        sections={['context', 'timeline']}
        active="context"
        questions={new Map()}
        comments={new Map()}
        onGo={onGo}
      />
    </DraftContext>,
  );
  const timeline = screen.getByRole('button', { name: /^Timeline/ });
  fireEvent.click(timeline, { detail: 2 });
  expect(onGo).not.toHaveBeenCalled();
  fireEvent.click(timeline, { detail: 1 });
  expect(onGo).toHaveBeenCalledExactlyOnceWith('timeline');
});
