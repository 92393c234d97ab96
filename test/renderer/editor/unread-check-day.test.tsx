// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it } from 'vitest';

import { actionSchema } from '#domain/coe/sections/actions.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import type { SimilarCoe } from '#ipc/similar.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { SimilarItem } from '#renderer/editor/related/seen-before/similar-item.tsx';
import { CheckLine } from '#renderer/editor/sections/actions/check-line.tsx';
import { queryClient } from '#renderer/platform/queries.ts';
import { fakeBridge } from '#test/support/fake-bridge.ts';
import { openTestDraft } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';

afterEach(cleanup);

function show(part: ReactNode): string {
  fakeBridge({ 'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' } });
  const { draft } = openTestDraft();
  const { container } = render(
    <QueryClientProvider client={queryClient}>
      <MemoryRouter>
        <DraftContext value={draft}>{part}</DraftContext>
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return container.textContent;
}

const action = (known: object) => actionSchema.parse({ id: 'a', text: 'Add an alarm', status: 'done', ...known });

it('asks for the answer to a check on a day that cannot be read, and names what was typed', () => {
  const known = { checkDateWords: 'in spring', checkQuestion: 'Did it ring?' };
  expect(show(<CheckLine action={action(known)} name="Add an alarm" />)).toContain(
    'Next check “in spring”: Did it ring?',
  );
  expect(screen.getByRole('button', { name: 'Answer, Add an alarm' })).toBeDefined();
  cleanup();
  expect(show(<CheckLine action={action({ ...known, result: 'not-yet-tested' })} name="Add an alarm" />)).toContain(
    'Next check “in spring”',
  );
});

it('does not ask again once a check on a day that cannot be read is answered', () => {
  const known = { checkDateWords: 'in spring', result: 'held' };
  expect(show(<CheckLine action={action(known)} name="Add an alarm" />)).not.toContain('Next check');
  expect(screen.getByRole('button', { name: 'Answer again, Add an alarm' })).toBeDefined();
});

it('names what was typed for the day of the check of a similar COE', () => {
  const { id, title, kind, happened } = someCoe({ title: 'Late again' });
  const { text, status, result, doneOn, checkDate, checkDateWords } = action({ checkDateWords: 'in spring' });
  const similar: SimilarCoe = {
    id,
    title,
    kind,
    happened,
    score: 1,
    level: 'very-like',
    isStrong: true,
    reasons: [],
    fix: { actionId: 'a', text, status, result, doneOn, checkDate, checkDateWords },
    earlierFixes: [],
  };
  const item = <SimilarItem similar={similar} readOnly={false} onLink={() => undefined} onDismiss={() => undefined} />;
  expect(show(item)).toContain('Last fix: Add an alarm – done, to be checked “in spring”');
});
