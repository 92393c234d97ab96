// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { minuteMoment } from '#domain/time/moment.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { Durations } from '#renderer/editor/sections/timeline/durations.tsx';
import { draftOn } from '#test/support/open-test-draft.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { timelineEntry } from '#test/support/timeline-entry.ts';

afterEach(cleanup);

it('a duration stands with the two times that it lies between', () => {
  const at = (time: string) => minuteMoment(`2026-05-14T${time}`, 'UTC');
  const entries = [
    timelineEntry('a', at('18:00'), { mark: 'began' }),
    timelineEntry('b', at('19:30'), { mark: 'noticed' }),
  ];
  render(
    <DraftContext value={draftOn(someCoe({ kind: 'missed-event' })).draft}>
      <Durations entries={entries} zone="UTC" />
    </DraftContext>,
  );
  const said = [...screen.getByLabelText('Durations').querySelectorAll('dt, dd')].map(({ textContent }) => textContent);
  expect(said).toEqual([
    'Time to notice',
    '1 h 30 min',
    'Missing it became likely: 14 May 2026, 18:00',
    'You realised: 14 May 2026, 19:30',
  ]);
});
