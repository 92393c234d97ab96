// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { linkSchema } from '#domain/coe/coe.ts';
import { dayMoment } from '#domain/time/moment.ts';
import type { TrashedCoe } from '#ipc/library-state.ts';
import { LinkedCoes } from '#renderer/editor/related/links/linked-coes.tsx';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { draftOn } from '#test/support/open-test-draft.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

afterEach(cleanup);

/** A COE with a link to one that is not in the library any more. */
function show(trash: TrashedCoe[]) {
  const link = linkSchema.parse({ id: 'link', type: 'related', coeId: testId(2) });
  const { draft } = draftOn(someCoe({ links: [link] }));
  const shown = {
    linkId: 'link',
    type: 'related',
    madeIn: 'here',
    otherId: testId(2),
    other: null,
    fix: null,
    verdict: null,
  } as const;
  return showPage(
    <DraftContext value={draft}>
      <LinkedCoes />
    </DraftContext>,
    {
      'library:state': someLibrary(),
      'links:read': { links: [shown], chain: [] },
      'trash:list': trash,
      'trash:restore': { coeId: testId(2) },
    },
  );
}

it('a link to a COE in the trash says so, and offers to restore it', async () => {
  const bridge = show([
    {
      trashId: 'one',
      coeId: testId(2),
      title: 'The older one',
      kind: 'outage',
      happened: dayMoment('2026-05-01'),
      deletedAt: '2026-05-02T09:12:00.000Z',
    },
  ]);
  const button = await screen.findByRole('button', { name: 'Restore The older one' });
  expect(screen.getByRole('region', { name: 'Linked COEs' }).textContent).toContain('The older one in the trash');
  fireEvent.click(button);
  await expect.poll(() => bridge.requests('trash:restore').map(({ trashId }) => trashId)).toEqual(['one']);
});

it('a link to a COE that is gone says so', async () => {
  show([]);
  await screen.findByText('a COE that is no longer in this library');
});
