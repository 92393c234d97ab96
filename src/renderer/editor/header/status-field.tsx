import type { Coe } from '#domain/coe/coe.ts';
import { MANUAL_STATUSES } from '#domain/lifecycle/change-status.ts';
import { obstaclesTo } from '#domain/lifecycle/obstacles.ts';
import type { StatusId } from '#domain/coe/vocabulary.ts';
import { describeObstacle } from '#domain/lifecycle/describe-obstacle.ts';
import { STATUSES, statusLabel } from '#domain/guide/statuses.ts';

import { useCoe, useDraft } from '../../draft/draft-context.ts';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { useChangeStatus } from './use-header.ts';

/** The status, and the statuses it can change to. One that is not available yet says why. */
export function StatusField() {
  const change = useChangeStatus();
  const draft = useDraft();
  const status = useCoe((coe) => coe.status);
  const label = statusLabel(status);
  return (
    <Menu
      label="Status"
      trigger={
        <Button look="plain" aria-label={`Status: ${label}`}>
          {label}
        </Button>
      }
      entries={() => entriesFor(draft.store.getState().coe)}
      onAction={(id) => change(id as StatusId)}
    />
  );
}

const entriesFor = (coe: Coe): MenuEntry[] =>
  STATUSES.filter(({ id }) => id === coe.status || MANUAL_STATUSES.includes(id)).map(({ id, label }) => {
    const words = id === coe.status ? [] : obstaclesTo(id, coe).map(describeObstacle);
    return {
      id,
      label: words.length === 0 ? label : `${label}: ${words.join(', ')}`,
      isDisabled: words.length > 0,
    };
  });
