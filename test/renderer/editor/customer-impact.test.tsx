// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { DraftContext } from '#renderer/draft/draft-context.ts';
import { CustomerImpactSection } from '#renderer/editor/sections/customer-impact-section.tsx';
import { draftOn } from '#test/support/open-test-draft.ts';
import { showPage } from '#test/support/show-page.tsx';

afterEach(cleanup);

it('has the menu of a row after the details of the row, in the order of sight', () => {
  showPage(
    <DraftContext value={draftOn().draft}>
      <CustomerImpactSection />
    </DraftContext>,
    {},
  );
  fireEvent.click(screen.getByRole('button', { name: 'Add who it reached' }));
  const level = screen.getByRole('button', { name: /How hard it hit affected group 1/ });
  const menu = screen.getByRole('button', { name: 'More for affected group 1' });
  expect(level.compareDocumentPosition(menu) & Node.DOCUMENT_POSITION_FOLLOWING).not.toBe(0);
  expect([level, menu].map(({ tabIndex }) => tabIndex)).toEqual([0, 0]);
});
