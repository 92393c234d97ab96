/**
 * The closed lists of the file format. Their ids are stored in people's files, so never renamed. Their labels and
 * meanings are in ../guide.
 */

/** The ten sections of a COE, in the order of the outline. They are also the keys of `sections` in a file. */
export const SECTION_IDS = [
  'context',
  'customerImpact',
  'impact',
  'timeline',
  'noticed',
  'mitigated',
  'cause',
  'whys',
  'learned',
  'actions',
] as const;
export type SectionId = (typeof SECTION_IDS)[number];

/** What the COE is about. The kind decides the wording, never the structure. */
export const KIND_IDS = ['outage', 'missed-event', 'career-setback', 'other-mistake'] as const;
export type KindId = (typeof KIND_IDS)[number];

/** The status of a COE, from the first words to a fix that held. Held and reopened follow from checks. */
export const STATUS_IDS = ['draft', 'ready', 'reviewed', 'closed', 'held', 'reopened'] as const;
export type StatusId = (typeof STATUS_IDS)[number];

/** How much of the outline the editor shows. */
export const DEPTH_IDS = ['quick', 'standard', 'full'] as const;
export type DepthId = (typeof DEPTH_IDS)[number];

/** Who a COE is meant for. Everything starts private. */
export const VISIBILITY_IDS = ['private', 'coaching', 'published'] as const;

/** The points in time that durations are measured between. */
export const MILESTONE_IDS = ['began', 'noticed', 'told', 'mitigated', 'resolved'] as const;
export type MilestoneId = (typeof MILESTONE_IDS)[number];

/**
 * What set it off: one per COE. Source: the trigger types in Google's Site Reliability Workbook, extended to private
 * life.
 */
export const TRIGGER_IDS = [
  'change-mine',
  'change-others',
  'demand',
  'clock',
  'dependency',
  'decay',
  'novelty',
  'conversation',
  'chance',
  'unknown',
] as const;
export type TriggerId = (typeof TRIGGER_IDS)[number];

/** The contributing conditions that ship with the app. Writers may add their own, so files may contain other values. */
export const CONDITION_IDS = [
  'attention-memory',
  'workload-time',
  'energy-health',
  'emotion-pressure',
  'knowledge-skill',
  'assumption',
  'communication-handoff',
  'expectations-unclear',
  'priorities-tradeoff',
  'planning-estimating',
  'process-missing',
  'tool-design',
  'change-control-testing',
  'monitoring-feedback',
  'dependency-outside',
  'known-not-fixed',
  'help-not-sought',
  'incentives-culture',
] as const;
export type ConditionId = (typeof CONDITION_IDS)[number];

/** How much control the writer has over a cause. */
export const CONTROL_IDS = ['mine', 'influence', 'outside'] as const;
export type ControlId = (typeof CONTROL_IDS)[number];

/** Who or what noticed. */
export const DETECTOR_IDS = ['monitor', 'me', 'affected', 'colleague', 'manager', 'outsider', 'chance'] as const;
export type DetectorId = (typeof DETECTOR_IDS)[number];

/** What happened to the signal. Each state calls for a different fix. */
export const SIGNAL_IDS = ['none', 'not-seen', 'misread', 'not-acted-on'] as const;
export type SignalId = (typeof SIGNAL_IDS)[number];

/**
 * The form of the error, in neutral words. Sources: James Reason's error types, Amy Edmondson's spectrum of failure.
 */
export const ERROR_KIND_IDS = [
  'slip',
  'lapse',
  'wrong-rule',
  'wrong-picture',
  'shortcut',
  'good-bet',
  'no-misstep',
  'outside-event',
] as const;

/** The area of a cost. */
export const IMPACT_AREA_IDS = [
  'money',
  'time',
  'trust',
  'health',
  'reputation',
  'opportunity',
  'team',
  'learning',
] as const;

/** What a safeguard is for. */
export const SAFEGUARD_PURPOSE_IDS = ['prevent', 'notice', 'contain', 'recover'] as const;
/** What a safeguard did on the day. */
export const SAFEGUARD_STATE_IDS = ['missing', 'weak', 'bypassed', 'held'] as const;

/** How a branch of the whys ends; stored as `mark`. */
export const WHY_ENDING_IDS = ['root-cause', 'unknown', 'outside'] as const;
export type WhyEndingId = (typeof WHY_ENDING_IDS)[number];

/** Whether a moment in the timeline made things better or worse. */
export const EFFECT_IDS = ['helped', 'harmed', 'neutral'] as const;

/** What an action is for. */
export const PURPOSE_IDS = ['put-right', 'find-out', 'prevent', 'notice-sooner', 'soften'] as const;
/** How little an action relies on anyone taking care. Source: the action hierarchy of RCA2. */
export const STRENGTH_IDS = ['strong', 'medium', 'weak'] as const;
/** The order in which to do actions. */
export const PRIORITY_IDS = ['high', 'normal', 'low'] as const;
/** Whether an action is done; see CHECK_RESULT_IDS for whether it worked. */
export const ACTION_STATUS_IDS = ['open', 'done', 'declined'] as const;
export type ActionStatusId = (typeof ACTION_STATUS_IDS)[number];
/** The result of a check: whether an action worked, which is a different fact from being done. */
export const CHECK_RESULT_IDS = ['held', 'partly', 'came-back', 'not-yet-tested'] as const;
export type CheckResultId = (typeof CHECK_RESULT_IDS)[number];

/** How two COEs are connected. */
export const LINK_TYPE_IDS = ['same-cause', 'same-symptom', 'near-miss', 'related'] as const;
export type LinkTypeId = (typeof LINK_TYPE_IDS)[number];

/** What a repeat says about the earlier action that was meant to prevent it. */
export const FIX_VERDICT_IDS = ['not-done', 'did-not-hold', 'too-late', 'other-cause'] as const;
export type FixVerdictId = (typeof FIX_VERDICT_IDS)[number];
