import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { MILESTONE_IDS } from '#domain/coe/vocabulary.ts';
import { type Moment, unreadMoment, unreadWords } from '#domain/time/moment.ts';

/**
 * Replaces equal parts of a summary by shared objects, in place, and answers it. Saves memory: most times are unknown,
 * most lists empty, zones and owners repeat. A copy of each summary would be as much garbage as a large library has
 * summaries. The summary must be new: nothing else has it, though its times and lists may be those of a COE.
 */
export type InternSummary = (summary: CoeSummary) => CoeSummary;

/** Creates the interner of one catalogue. Interned summaries are never changed, so parts can be shared. */
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
  return (summary) => {
    summary.kind = word(summary.kind);
    summary.status = word(summary.status);
    summary.lifeArea = word(summary.lifeArea);
    summary.author = word(summary.author);
    summary.trigger = summary.trigger && word(summary.trigger);
    summary.detector = summary.detector && word(summary.detector);
    summary.signal = summary.signal && word(summary.signal);
    summary.happened = moment(summary.happened);
    summary.tags = list(summary.tags.map(word));
    summary.patternIds = list(summary.patternIds.map(word));
    summary.notSimilar = list(summary.notSimilar.map(word));
    for (const row of summary.conditions) {
      row.condition = word(row.condition);
      row.control = row.control && word(row.control);
    }
    summary.conditions = list(summary.conditions);
    for (const id of MILESTONE_IDS) summary.milestones[id] = moment(summary.milestones[id]);
    for (const action of summary.actions) {
      action.id = word(action.id);
      action.owner = word(action.owner);
      action.purpose = action.purpose && word(action.purpose);
      action.strength = action.strength && word(action.strength);
      action.status = word(action.status);
      action.priority = action.priority && word(action.priority);
      action.result = action.result && word(action.result);
    }
    summary.actions = list(summary.actions);
    return summary;
  };
}
