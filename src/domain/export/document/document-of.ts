import type { Coe } from '../../coe/coe.ts';
import { MILESTONE_IDS, SECTION_IDS } from '../../coe/vocabulary.ts';
import { labelOf } from '../../guide/label-of.ts';
import { COE_KIND_LABELS } from '../../guide/kinds.ts';
import { SEVERITY_NAMES, type SeverityLevel } from '../../guide/severity-anchors.ts';
import { FIX_VERDICTS, LINK_TYPES, statusLabel } from '../../guide/statuses.ts';
import { KIND_VOCABULARY, MILESTONE_LABELS } from '../../guide/vocabulary.ts';
import { sectionTitle } from '../../guide/wording.ts';
import type { DateStyle } from '../../time/date-style.ts';
import { describeElapsed } from '../../time/describe-duration.ts';
import { measuredDurations } from '../../timeline/durations.ts';
import { milestonesOf } from '../../timeline/milestones.ts';
import { labelledTexts, listOf, proseOf } from './blocks.ts';
import type { CoeDocument, DocumentSection } from './document.ts';
import { sectionBlocks } from './document-sections.ts';
import { mainZone, timesFor, type DocumentTimes } from './document-times.ts';
import { plainPhrases } from './phrases.ts';

/**
 * What making documents needs besides the COEs.
 *
 * - `zone`: the zone for times that have none, and for the date of the last change.
 * - `dates`: how to write dates.
 * - `others`: the COEs that leave together, whose titles and actions may be named where COEs are linked.
 */
export type DocumentOptions = {
  readonly zone: string;
  readonly dates: DateStyle;
  readonly others?: readonly Coe[];
  /** False for a copy whose status was left out; its COE has one all the same. */
  readonly hasStatus?: boolean;
};

/** A COE, filtered already, as a document. Says everything that is in the COE but bookkeeping. */
export function documentOf(coe: Coe, { zone, dates, others = [], hasStatus = true }: DocumentOptions): CoeDocument {
  const times = timesFor(coe, zone, dates);
  const milestones = milestonesOf(coe);
  return {
    id: coe.id,
    kind: COE_KIND_LABELS[coe.kind],
    title: coe.title.trim() || 'Untitled',
    facts: labelledTexts([
      ['When it happened', times.moment(coe.happened)],
      ['Severity', coe.severity === null ? '' : SEVERITY_NAMES[coe.severity as SeverityLevel]],
      ['Status', hasStatus ? statusLabel(coe.status) : ''],
      [KIND_VOCABULARY[coe.kind].lifeArea, coe.lifeArea],
      ['Tags', coe.tags.join(', ')],
      ['Written by', coe.author],
      ['Coach', coe.coach],
      ['Last changed', times.dateOf(coe.updatedAt)],
    ]),
    summary: plainPhrases(coe.summary),
    milestones: labelledTexts(
      MILESTONE_IDS.map((id) => [MILESTONE_LABELS[coe.kind][id], times.moment(milestones[id])]),
    ),
    durations: labelledTexts(
      measuredDurations(milestones, zone).map(({ label, elapsed }) => [label, describeElapsed(elapsed)]),
    ),
    zone: mainZone(coe),
    sections: [
      ...SECTION_IDS.map((id) => ({ heading: sectionTitle(coe.kind, id), blocks: sectionBlocks(coe, id, times) })),
      statusHistory(coe, times),
      linkedCoes(coe, others),
      { heading: 'Unplaced', blocks: proseOf(coe.unplaced) },
    ].filter(({ blocks }) => blocks.length > 0),
  };
}

/** The changes of status for which the writer gave a reason. */
function statusHistory({ statusHistory: steps }: Coe, { dateOf }: DocumentTimes): DocumentSection {
  const said = steps.filter(({ why }) => why.trim() !== '');
  return {
    heading: 'Changes of status',
    blocks: listOf(
      said.map(({ status, at, why }) => ({
        text: `${statusLabel(status)}, ${dateOf(at)}: ${why.trim()}`,
      })),
    ),
  };
}

function linkedCoes({ links }: Coe, others: readonly Coe[]): DocumentSection {
  return {
    heading: 'Linked COEs',
    blocks: listOf(
      links.map(({ type, coeId, note, fixId, verdict }) => {
        const label = LINK_TYPES.find(({ id }) => id === type)?.label ?? type;
        const linked = others.find(({ id }) => id === coeId);
        const fix = linked?.sections.actions.items.find(({ id }) => id === fixId);
        return {
          text: `${label}: ${linked === undefined ? 'another COE' : linked.title.trim() || 'Untitled'}`,
          details: [
            ['Note', note],
            ['The action that was meant to prevent it', fix?.text ?? ''],
            ['What became of that action', labelOf(FIX_VERDICTS, verdict)],
          ],
        };
      }),
    ),
  };
}
