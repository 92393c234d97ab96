import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { type Moment, unreadMoment, unreadWords } from '#domain/time/moment.ts';

/**
 * Replaces equal parts of a summary by shared objects. Saves memory: most times are unknown, most lists empty, zones
 * and owners repeat.
 */
export type InternSummary = (summary: CoeSummary) => CoeSummary;

/** Creates the interner of one catalogue. Summaries are never changed in place, so parts can be shared. */
export function createSummaryInterner(): InternSummary {
  const strings = new Map<string, string>();
  const unknown: Moment = Object.freeze({ precision: 'unknown', value: '', approximate: false });
  const none: never[] = [];
  const word = <Text extends string>(text: Text): Text => {
    const known = strings.get(text);
    if (known !== undefined) return known as Text;
    strings.set(text, text);
    return text;
  };
  const list = <Item>(items: Item[]): Item[] => (items.length === 0 ? none : items);
  const moment = (when: Moment): Moment => {
    if (when.precision === 'unknown') {
      const words = unreadWords(when);
      return words === null ? unknown : unreadMoment(words);
    }
    const { precision, value, zone, offset, approximate } = when;
    if (zone === undefined) return { precision: word(precision), value, approximate };
    return { precision: word(precision), value, zone: word(zone), offset: offset && word(offset), approximate };
  };
  return (summary) => ({
    ...summary,
    kind: word(summary.kind),
    status: word(summary.status),
    lifeArea: word(summary.lifeArea),
    author: word(summary.author),
    trigger: summary.trigger && word(summary.trigger),
    detector: summary.detector && word(summary.detector),
    signal: summary.signal && word(summary.signal),
    happened: moment(summary.happened),
    tags: list(summary.tags.map(word)),
    patternIds: list(summary.patternIds.map(word)),
    notSimilar: list(summary.notSimilar.map(word)),
    conditions: list(
      summary.conditions.map(({ condition, control }) => ({
        condition: word(condition),
        control: control && word(control),
      })),
    ),
    milestones: {
      began: moment(summary.milestones.began),
      noticed: moment(summary.milestones.noticed),
      told: moment(summary.milestones.told),
      mitigated: moment(summary.milestones.mitigated),
      resolved: moment(summary.milestones.resolved),
    },
    actions: list(
      summary.actions.map((action) => ({
        ...action,
        id: word(action.id),
        owner: word(action.owner),
        purpose: action.purpose && word(action.purpose),
        strength: action.strength && word(action.strength),
        status: word(action.status),
        priority: action.priority && word(action.priority),
        result: action.result && word(action.result),
      })),
    ),
  });
}
