import { COE_KIND_LABELS, COE_KINDS } from '#domain/guide/kinds.ts';
import { SEVERITY_ANCHORS, SEVERITY_LEVELS, SEVERITY_NAMES } from '#domain/guide/severity-anchors.ts';
import { formatMoment } from '#domain/time/format-moment.ts';

import { useCoe } from '../../draft/draft-context.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { Menu } from '../../ui/menu.tsx';
import { MomentField } from '../../ui/moment-field.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Severity } from '../../ui/severity.tsx';
import { useTimeEntry } from '../fields/use-time-entry.ts';
import styles from './header.module.css';
import { RevisitDate } from './revisit-date.tsx';
import { StatusField } from './status-field.tsx';
import { useHeaderEdit } from './use-header.ts';

const NOT_JUDGED = 'not-judged';

/** Kind, date, severity and status, each a button that opens its editor. */
export function HeaderFacts() {
  const dates = useDateStyle();
  const kind = useCoe((coe) => coe.kind);
  const happened = useCoe((coe) => coe.happened);
  const severity = useCoe((coe) => coe.severity);
  const timeEntry = useTimeEntry();
  const edit = useHeaderEdit();
  const when = formatMoment(happened, { style: 'short', dates });
  return (
    <div className={styles.facts}>
      <Menu
        label="Kind"
        trigger={
          <Button look="plain" aria-label={`Kind: ${COE_KIND_LABELS[kind]}`}>
            {COE_KIND_LABELS[kind]}
          </Button>
        }
        entries={COE_KINDS.map(({ id, label }) => ({ id, label }))}
        onAction={(id) => edit({ kind: id as typeof kind })}
      />
      <Popover
        label="When it happened"
        trigger={
          <Button look="plain" aria-label={`When it happened: ${when}`}>
            {when}
          </Button>
        }
      >
        <MomentField
          label="When did it happen?"
          autoFocus
          value={happened}
          onChange={(moment) => edit({ happened: moment })}
          {...timeEntry}
          anchor={timeEntry.today}
        />
      </Popover>
      <Menu
        label="How severe was it?"
        trigger={
          <Button
            look="plain"
            data-severity
            aria-label={`Severity: ${severity === null ? 'not judged yet. How severe?' : SEVERITY_NAMES[severity as 0]}`}
          >
            {severity === null ? 'How severe?' : <Severity level={severity} />}
          </Button>
        }
        entries={[
          ...SEVERITY_LEVELS.map((level) => ({
            id: String(level),
            label: SEVERITY_NAMES[level],
            meaning: SEVERITY_ANCHORS[kind][level],
          })),
          'line' as const,
          { id: NOT_JUDGED, label: 'Not judged yet' },
        ]}
        chosen={severity === null ? NOT_JUDGED : String(severity)}
        onAction={(level) => edit({ severity: level === NOT_JUDGED ? null : Number(level) })}
      />
      <StatusField />
      <RevisitDate />
    </div>
  );
}
