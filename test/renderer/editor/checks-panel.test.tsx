// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import type { Draft } from '#renderer/draft/draft-state.ts';
import { ChecksPanel } from '#renderer/editor/checks/checks-panel.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { openTestDraft } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';

afterEach(cleanup);

function showPanel(draft: Draft): void {
  const ignore = (): void => undefined;
  render(
    <QueryClientProvider client={queryClient}>
      <DraftContext value={draft}>
        <ChecksPanel section="context" onGo={ignore} onGoToAdvice={ignore} isDespair={false} />
      </DraftContext>
    </QueryClientProvider>,
  );
}

const panelText = (): string | null => screen.getByRole('region', { name: 'Checks' }).textContent;

it('a COE is checked after it is drawn, and until then the panel says nothing about it', async () => {
  fakeBridge({ 'settings:read': DEFAULT_SETTINGS });
  const { draft } = openTestDraft();
  showPanel(draft);
  expect(panelText()).toBe('Checks');
  await expect.poll(panelText).toMatch(/^Checks./);
});

it('has sentences judged once something was written, and shows what they are', async () => {
  const sentence = 'Only somebody like me could turn one easy evening into this';
  const { requests } = fakeBridge({
    'settings:read': DEFAULT_SETTINGS,
    'advice:judge': ({ sentences }) => ({
      rules: sentences.map((each) => (each === sentence ? ['harsh-on-oneself'] : [])),
    }),
  });
  const test = openTestDraft({ coe: someCoe({ kind: 'missed-event' }) });
  showPanel(test.draft);
  await test.wait(1000);
  expect(requests('advice:judge')).toEqual([]);
  test.type(`${sentence}.`);
  await test.wait(1000);
  await expect.poll(panelText).toContain(sentence);
  const asked = requests('advice:judge').length;
  test.type(`${sentence}. And it was late when we all got home.`);
  await test.wait(1000);
  expect(requests('advice:judge').slice(asked)).toEqual([{ sentences: ['And it was late when we all got home'] }]);
  // A change of the settings forgets nothing of it.
  act(() => queryClient.setQueryData(['settings:read', {}], { ...DEFAULT_SETTINGS, adviceOff: ['no-owner'] }));
  await test.wait(100);
  expect(panelText()).toContain(sentence);
  expect(requests('advice:judge')).toHaveLength(asked + 1);
});

it('goes on showing what phrases tell when main cannot judge', async () => {
  const { requests } = fakeBridge({ 'settings:read': DEFAULT_SETTINGS, 'advice:judge': () => ({ rules: null }) });
  const test = openTestDraft({ coe: someCoe({ kind: 'missed-event' }) });
  showPanel(test.draft);
  test.type('The nurse was careless that evening.');
  await test.wait(1000);
  await expect.poll(() => requests('advice:judge')).toHaveLength(1);
  test.type('The nurse was careless that evening. And it was late when we all got home.');
  await test.wait(1000);
  expect(panelText()).toContain('The nurse was careless');
});
