import { describe, expect, it } from 'vitest';

import * as ids from '#domain/coe/vocabulary.ts';
import { ACTION_STATUSES, CHECK_RESULTS, PRIORITY_LABELS } from '#domain/guide/action-progress.ts';
import { ACTION_PURPOSES } from '#domain/guide/action-purposes.ts';
import { ACTION_STRENGTHS } from '#domain/guide/action-strengths.ts';
import { CONDITION_GROUP_IDS, CONDITION_GROUPS } from '#domain/guide/condition-groups.ts';
import { CONDITIONS, conditionLabel } from '#domain/guide/conditions.ts';
import { CONTROLS } from '#domain/guide/control.ts';
import { DEPTHS } from '#domain/guide/depths.ts';
import { DETECTORS, SIGNALS } from '#domain/guide/detection.ts';
import { ERROR_KINDS } from '#domain/guide/error-kinds.ts';
import { IMPACT_AREAS } from '#domain/guide/impact-areas.ts';
import { COE_KINDS } from '#domain/guide/kinds.ts';
import { SAFEGUARD_PURPOSES, SAFEGUARD_STATES } from '#domain/guide/safeguards.ts';
import { LINK_TYPES, STATUSES, VISIBILITIES } from '#domain/guide/statuses.ts';
import { EFFECTS } from '#domain/guide/timeline-effects.ts';
import { INVESTIGATING_PHRASES, WEAK_PHRASES } from '#domain/guide/weak-phrases.ts';
import { TRIGGERS } from '#domain/guide/triggers.ts';
import { WHY_ENDINGS } from '#domain/guide/why-endings.ts';

type Entry = { id: string; label: string };

const LISTS: [string, readonly Entry[], readonly string[]][] = [
  ['kinds', COE_KINDS, ids.KIND_IDS],
  ['statuses', STATUSES, ids.STATUS_IDS],
  ['depths', DEPTHS, ids.DEPTH_IDS],
  ['visibilities', VISIBILITIES, ids.VISIBILITY_IDS],
  ['link types', LINK_TYPES, ids.LINK_TYPE_IDS],
  ['triggers', TRIGGERS, ids.TRIGGER_IDS],
  ['conditions', CONDITIONS, ids.CONDITION_IDS],
  ['condition groups', CONDITION_GROUPS, CONDITION_GROUP_IDS],
  ['error kinds', ERROR_KINDS, ids.ERROR_KIND_IDS],
  ['detectors', DETECTORS, ids.DETECTOR_IDS],
  ['signals', SIGNALS, ids.SIGNAL_IDS],
  ['impact areas', IMPACT_AREAS, ids.IMPACT_AREA_IDS],
  ['controls', CONTROLS, ids.CONTROL_IDS],
  ['safeguard purposes', SAFEGUARD_PURPOSES, ids.SAFEGUARD_PURPOSE_IDS],
  ['safeguard states', SAFEGUARD_STATES, ids.SAFEGUARD_STATE_IDS],
  ['why marks', WHY_ENDINGS, ids.WHY_ENDING_IDS],
  ['effects', EFFECTS, ids.EFFECT_IDS],
  ['purposes', ACTION_PURPOSES, ids.PURPOSE_IDS],
  ['strengths', ACTION_STRENGTHS, ids.STRENGTH_IDS],
  ['action statuses', ACTION_STATUSES, ids.ACTION_STATUS_IDS],
  ['check results', CHECK_RESULTS, ids.CHECK_RESULT_IDS],
];

describe('the taxonomy', () => {
  it.each(LISTS)('words every id of the %s, in the order of the file format', (_name, entries, known) => {
    expect(entries.map((entry) => entry.id)).toEqual([...known]);
  });

  it.each(LISTS)('gives the %s labels that can be told apart', (_name, entries) => {
    expect(new Set(entries.map((entry) => entry.label)).size).toBe(entries.length);
  });

  it.each(LISTS)('never shouts in the %s', (_name, entries) => {
    expect(JSON.stringify(entries)).not.toContain('!');
  });

  it('labels a condition of the person’s own with their own word', () => {
    expect(conditionLabel('assumption')).toBe('Believed without checking');
    expect(conditionLabel('too many hats')).toBe('too many hats');
  });

  it('has something in every group of conditions', () => {
    for (const group of CONDITION_GROUP_IDS)
      expect(CONDITIONS.some((condition) => condition.group === group)).toBe(true);
  });

  it('labels every priority', () => {
    expect(Object.keys(PRIORITY_LABELS)).toEqual([...ids.PRIORITY_IDS]);
  });

  it('keeps the investigating phrases among the weak ones, in lower case', () => {
    for (const phrase of INVESTIGATING_PHRASES) expect(WEAK_PHRASES).toContain(phrase);
    for (const phrase of WEAK_PHRASES) expect(phrase).toBe(phrase.toLowerCase());
  });
});
