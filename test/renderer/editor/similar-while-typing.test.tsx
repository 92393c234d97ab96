// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { DraftContext } from '#renderer/draft/draft-context.ts';
import { SeenBefore } from '#renderer/editor/related/seen-before/seen-before.tsx';
import { openTestDraft } from '#test/support/open-test-draft.ts';
import { showPage } from '#test/support/show-page.tsx';

afterEach(cleanup);

it('asks for similar COEs after a pause, and not while prose is written', async () => {
  const test = openTestDraft();
  const { requests } = showPage(
    <DraftContext value={test.draft}>
      <SeenBefore onLink={() => undefined} onCount={() => undefined} />
    </DraftContext>,
    { 'similar:find': { similar: [] } },
  );
  await test.wait(500);
  expect(requests('similar:find')).toHaveLength(1);
  for (let key = 1; key <= 60; key += 1) {
    test.draft.noteKeystroke();
    // An editor hands over what was typed before a second is over.
    if (key % 9 === 0) test.type(`So many keys: ${key}`);
    await test.wait(100);
  }
  expect(requests('similar:find')).toHaveLength(1);
  await test.wait(400);
  expect(requests('similar:find')).toHaveLength(2);
});
