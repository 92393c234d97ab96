// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { ChecksPanel } from '#renderer/editor/checks/checks-panel.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { openTestDraft } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';

afterEach(cleanup);

it('a COE is checked after it is drawn, and until then the panel says nothing about it', async () => {
  fakeBridge({ 'settings:read': DEFAULT_SETTINGS });
  const { draft } = openTestDraft();
  const ignore = (): void => undefined;
  render(
    <QueryClientProvider client={queryClient}>
      <DraftContext value={draft}>
        <ChecksPanel section="context" onGo={ignore} onGoToAdvice={ignore} isDespair={false} />
      </DraftContext>
    </QueryClientProvider>,
  );
  const panel = screen.getByRole('region', { name: 'Checks' });
  expect(panel.textContent).toBe('Checks');
  await expect.poll(() => panel.textContent).toMatch(/^Checks./);
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
  const ignore = (): void => undefined;
  render(
    <QueryClientProvider client={queryClient}>
      <DraftContext value={test.draft}>
        <ChecksPanel section="context" onGo={ignore} onGoToAdvice={ignore} isDespair={false} />
      </DraftContext>
    </QueryClientProvider>,
  );
  await test.wait(1000);
  expect(requests('advice:judge')).toEqual([]);
  test.type(`${sentence}.`);
  await test.wait(1000);
  await expect.poll(() => screen.getByRole('region', { name: 'Checks' }).textContent).toContain(sentence);
  const asked = requests('advice:judge').length;
  test.type(`${sentence}. And it was late when we all got home.`);
  await test.wait(1000);
  expect(requests('advice:judge').slice(asked)).toEqual([{ sentences: ['And it was late when we all got home'] }]);
  // A change of the settings forgets nothing of it.
  act(() => queryClient.setQueryData(['settings:read', {}], { ...DEFAULT_SETTINGS, adviceOff: ['no-owner'] }));
  await test.wait(100);
  expect(screen.getByRole('region', { name: 'Checks' }).textContent).toContain(sentence);
  expect(requests('advice:judge')).toHaveLength(asked + 1);
});

it('goes on showing what phrases tell when main cannot judge', async () => {
  const { requests } = fakeBridge({ 'settings:read': DEFAULT_SETTINGS, 'advice:judge': () => ({ rules: null }) });
  const test = openTestDraft({ coe: someCoe({ kind: 'missed-event' }) });
  const ignore = (): void => undefined;
  render(
    <QueryClientProvider client={queryClient}>
      <DraftContext value={test.draft}>
        <ChecksPanel section="context" onGo={ignore} onGoToAdvice={ignore} isDespair={false} />
      </DraftContext>
    </QueryClientProvider>,
  );
  test.type('The nurse was careless that evening.');
  await test.wait(1000);
  await expect.poll(() => requests('advice:judge')).toHaveLength(1);
  test.type('The nurse was careless that evening. And it was late when we all got home.');
  await test.wait(1000);
  expect(screen.getByRole('region', { name: 'Checks' }).textContent).toContain('The nurse was careless');
});
