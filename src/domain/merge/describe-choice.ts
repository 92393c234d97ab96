import type { KindId } from '../coe/vocabulary.ts';
import { ACTION_STATUSES, CHECK_RESULTS, PRIORITY_LABELS } from '../guide/action-progress.ts';
import { ACTION_PURPOSES } from '../guide/action-purposes.ts';
import { ACTION_STRENGTHS } from '../guide/action-strengths.ts';
import { CONDITIONS } from '../guide/conditions.ts';
import { CONTROLS } from '../guide/control.ts';
import { DEPTHS } from '../guide/depths.ts';
import { DETECTORS, SIGNALS } from '../guide/detection.ts';
import { ERROR_KINDS } from '../guide/error-kinds.ts';
import { IMPACT_AREAS } from '../guide/impact-areas.ts';
import { COE_KIND_LABELS } from '../guide/kinds.ts';
import { VALUES } from '../guide/lessons.ts';
import { SAFEGUARD_PURPOSES, SAFEGUARD_STATES } from '../guide/safeguards.ts';
import { SEVERITY_NAMES } from '../guide/severity-anchors.ts';
import { FIX_VERDICTS, LINK_TYPES, STATUSES, VISIBILITIES } from '../guide/statuses.ts';
import { EFFECTS } from '../guide/timeline-effects.ts';
import { TRIGGERS } from '../guide/triggers.ts';
import { MILESTONE_LABELS } from '../guide/vocabulary.ts';
import { WHY_ENDINGS } from '../guide/why-endings.ts';

type Labels = Readonly<Record<string, string>>;

const SEVERITIES: Labels = Object.fromEntries(Object.entries(SEVERITY_NAMES));

const labels = (...lists: readonly (readonly { readonly id: string; readonly label: string }[])[]): Labels =>
  Object.fromEntries(lists.flat().map(({ id, label }) => [id, label]));

/** The labels of closed lists, by the key that holds an id of them. */
const LABELS_OF: Readonly<Record<string, Labels>> = {
  kind: COE_KIND_LABELS,
  severity: SEVERITIES,
  level: SEVERITIES,
  status: labels(STATUSES, ACTION_STATUSES),
  depth: labels(DEPTHS),
  visibility: labels(VISIBILITIES),
  type: labels(LINK_TYPES),
  verdict: labels(FIX_VERDICTS),
  area: labels(IMPACT_AREAS),
  mark: labels(WHY_ENDINGS),
  effect: labels(EFFECTS),
  by: labels(DETECTORS),
  signal: labels(SIGNALS),
  lasting: { temporary: 'For now', lasting: 'Lasting' },
  trigger: labels(TRIGGERS),
  errorKind: labels(ERROR_KINDS),
  condition: labels(CONDITIONS),
  control: labels(CONTROLS),
  state: labels(SAFEGUARD_STATES),
  // Both lists call “prevent” the same.
  purpose: labels(ACTION_PURPOSES, SAFEGUARD_PURPOSES),
  strength: labels(ACTION_STRENGTHS),
  priority: PRIORITY_LABELS,
  result: labels(CHECK_RESULTS),
  value: labels(VALUES),
};

/**
 * The label of a choice from a closed list, which the file holds by its id; null for a value that is none. Milestones
 * have the names of the kind.
 */
export function describeChoice(key: string | undefined, value: unknown, kind: KindId = 'outage'): string | null {
  if (key === undefined || !Object.hasOwn(LABELS_OF, key)) return null;
  const list: Labels = { ...LABELS_OF[key], ...(key === 'mark' ? MILESTONE_LABELS[kind] : {}) };
  const id = String(value);
  return Object.hasOwn(list, id) ? (list[id] ?? null) : null;
}
