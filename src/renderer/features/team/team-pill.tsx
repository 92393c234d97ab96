import { CircleCheck, CircleDashed, CircleUserRound, CloudOff, Eye, Hourglass } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';

import type { TeamStatus } from '#ipc/team.ts';

import { useTeam } from '../../platform/team.ts';
import { useZone } from '../../platform/today.ts';
import { useDateStyle } from '../../ui/date-style.ts';
import { Popover } from '../../ui/popover.tsx';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { TeamPanel } from './team-panel.tsx';
import { statusWords } from './team-words.ts';
import styles from './team.module.css';

const ICONS: Record<TeamStatus, typeof CircleCheck> = {
  shared: CircleCheck,
  'not-yet-shared': CircleDashed,
  offline: CloudOff,
  'waiting-for-approval': Hourglass,
  'read-only': Eye,
  'needs-you': CircleUserRound,
};

/** Whether everything is with the team, in the navigation. Opens what there is to know and to do about it. */
export function TeamPill() {
  const dates = useDateStyle();
  const team = useTeam();
  const zone = useZone();
  const [isDisconnecting, setIsDisconnecting] = useState(false);
  if (team === null) return null;
  const words = statusWords(team, zone, dates);
  const Icon = ICONS[team.status];
  return (
    <div role="status" aria-label="Team">
      <Popover
        label={`Team library ${team.name}`}
        placement="right"
        trigger={
          <AriaButton className={styles.pill ?? ''} data-status={team.status} aria-label={words}>
            <Icon size={16} strokeWidth={1.75} aria-hidden />
            <span>{words}</span>
          </AriaButton>
        }
      >
        {(close) => (
          <TeamPanel
            team={team}
            onClose={close}
            onDisconnect={() => {
              close();
              setIsDisconnecting(true);
            }}
          />
        )}
      </Popover>
      {isDisconnecting && <DisconnectDialog team={team} onClose={() => setIsDisconnecting(false)} />}
    </div>
  );
}
