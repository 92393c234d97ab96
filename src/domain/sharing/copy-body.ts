import type { AudienceId, LabelId } from '../coe/audience.ts';
import { isLetOut } from '../coe/audience.ts';
import { withoutHiddenWords } from '../coe/action-dates.ts';
import type { Coe } from '../coe/coe.ts';
import { attachmentPart, labelsOf, patternPart, rowPart } from '../coe/label-of.ts';
import { CONDITION_IDS, SECTION_IDS, type SectionId } from '../coe/vocabulary.ts';
import { VALUE_IDS } from '../guide/lessons.ts';
import type { CoachingEvent } from '../coaching/event.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import { isUnsaid, type Moment } from '../time/moment.ts';
import { orderEntries } from '../timeline/order-entries.ts';
import { COPY_FIELDS, type FieldRule, type FieldRules } from './copy-fields.ts';
import { coarseTimes, type CopyTimesId } from './copy-times.ts';
import { type NameDecision, nameReplacer } from './name-replacer.ts';
import { replaceAttachments } from './replace-attachments.ts';
import type { CopyBody, LeftOut } from './share-file.ts';

/** A picture or file that may go along, by its name in the library: its name in the copy, and its content. */
export type CopiedAttachment = { readonly name: string; readonly base64: string };

/** What the writer chose for one copy. The labels are in the COE. */
export type CopyChoice = {
  readonly audience: AudienceId;
  /** The day on which the copy is made. */
  readonly on: CalendarDate;
  readonly times: CopyTimesId;
  readonly names: readonly NameDecision[];
  readonly asks: string;
  readonly notForRatings: boolean;
  readonly deleteAfter: CalendarDate | null;
  readonly thread: readonly CoachingEvent[];
  /** The patterns of the library. Those that the COE names and labels go along by their words. */
  readonly patterns: readonly { readonly id: string; readonly words: string }[];
  /** The files that could go along, by their name in the library. Only those that the COE labels do. */
  readonly attachments: ReadonlyMap<string, CopiedAttachment>;
  /** A keyed hash of an id, the same for the same id in all copies of a share. */
  readonly hideId: (id: string) => string;
};

/**
 * The body of a copy, made from nothing: each field that COPY_FIELDS lists is copied if its label lets it go to the
 * audience, and nothing else is. Empty fields are left out.
 */
export function copyBody(coe: Coe, choice: CopyChoice): CopyBody {
  return new CopyWriter(withoutHiddenWords(coe), choice).write();
}

type Source = Readonly<Record<string, unknown>>;

class CopyWriter {
  readonly #coe: Coe;
  readonly #choice: CopyChoice;
  readonly #labelOf: (part: string) => LabelId;
  readonly #coarse: (moment: Moment) => Moment;
  readonly #names;
  readonly #left = { rows: 0, fields: 0 };
  readonly #rowIds = new Set<string>();
  readonly #usedAttachments = new Set<string>();
  #leftAttachments = new Set<string>();

  constructor(coe: Coe, choice: CopyChoice) {
    this.#coe = coe;
    this.#choice = choice;
    this.#labelOf = labelsOf(coe);
    this.#coarse = coarseTimes(coe, choice.times);
    this.#names = nameReplacer(choice.names);
  }

  write(): CopyBody {
    const { sections: sectionsRule, ...header } = COPY_FIELDS;
    const copied: Record<string, unknown> = this.#fields(this.#coe, header, '');
    const leftSections: SectionId[] = [];
    const sections: Record<string, unknown> = {};
    const rules = typeof sectionsRule === 'object' && 'fields' in sectionsRule ? sectionsRule.fields : {};
    for (const id of SECTION_IDS) {
      const rule = rules[id];
      if (typeof rule !== 'object' || !('fields' in rule)) continue;
      const part = `sections.${id}`;
      if (this.#goes(part)) sections[id] = this.#fields(this.#coe.sections[id], rule.fields, part);
      else if (saysAnything(this.#coe.sections[id], rule)) leftSections.push(id);
    }
    copied['sections'] = this.#withReferences(sections);
    const patterns = this.#patterns();
    const left: LeftOut = {
      sections: leftSections,
      ...this.#left,
      names: this.#names.count(),
      attachments: this.#leftAttachments.size,
    };
    const { audience, on, times, asks, notForRatings, deleteAfter, thread } = this.#choice;
    return {
      audience,
      coeKind: this.#coe.kind,
      on,
      times,
      coe: copied,
      patterns,
      attachments: [...this.#usedAttachments].flatMap((name) => this.#choice.attachments.get(name) ?? []),
      left,
      asks: this.#names.replace(asks),
      notForRatings,
      deleteAfter,
      thread: [...thread],
    };
  }

  #goes(part: string): boolean {
    return isLetOut(this.#labelOf(part), this.#choice.audience);
  }

  #fields(source: Source, rules: FieldRules, part: string): Record<string, unknown> {
    const copied: Record<string, unknown> = {};
    for (const [key, rule] of Object.entries(rules)) {
      const value = source[key];
      if (!saysAnything(value, rule)) continue;
      const path = part === '' ? key : `${part}.${key}`;
      if (!this.#goes(path)) this.#leaveOut(value, rule);
      else {
        const copy = this.#copy(value, rule, path);
        if (copy !== undefined) copied[key] = copy;
      }
    }
    return copied;
  }

  #copy(value: unknown, rule: FieldRule, path: string): unknown {
    if (typeof rule === 'object') {
      if ('fields' in rule) return this.#fields(value as Source, rule.fields, path);
      const rows = this.#rows(value as readonly Row[], rule, path);
      return rows.length === 0 ? undefined : rows;
    }
    switch (rule) {
      case 'text':
      case 'person':
        return this.#text(String(value));
      case 'term':
        return TERMS.has(String(value)) ? value : this.#text(String(value));
      case 'texts':
        return (value as readonly string[]).map((text) => this.#text(text));
      case 'value':
      case 'date':
      case 'reference':
        return value;
      case 'past-date':
        if (this.#choice.times !== 'since-began') return value;
        this.#left.fields += 1;
        return undefined;
      case 'time': {
        const moment = this.#coarse(value as Moment);
        if (!isUnsaid(moment)) return moment;
        this.#left.fields += 1;
        return undefined;
      }
    }
  }

  #rows(rows: readonly Row[], rule: { readonly rows: FieldRules; readonly isTree?: boolean }, list: string): unknown[] {
    // A why is in the list of its tree, however deep it is.
    const own = rule.isTree === true ? list.replace(/\/.*$/, '') : list;
    return this.#ordered(rows, own).flatMap((row) => {
      const part = rowPart(own, row.id);
      if (!this.#goes(part)) {
        this.#leaveOut([row], rule);
        return [];
      }
      const id = this.#choice.hideId(row.id);
      this.#rowIds.add(row.id);
      return [{ id, ...this.#fields(row, rule.rows, part) }];
    });
  }

  /** The rows in the order in which people see them: without exact times, their own order would be lost. */
  #ordered(rows: readonly Row[], list: string): readonly Row[] {
    const isTimeline = list === 'sections.timeline.entries' && this.#choice.times !== 'exact';
    return isTimeline ? orderEntries(this.#coe.sections.timeline.entries, 'UTC') : rows;
  }

  #text(text: string): string {
    const { attachments } = this.#choice;
    const linked = replaceAttachments(text, (name) => {
      const copy = attachments.get(name);
      if (copy === undefined || !this.#goes(attachmentPart(name))) {
        this.#leftAttachments.add(name);
        return null;
      }
      this.#usedAttachments.add(name);
      return copy.name;
    });
    // JSON cannot hold half of a surrogate pair.
    return this.#names.replace(linked).replaceAll(/\p{Cs}/gu, '\uFFFD');
  }

  #patterns(): CopyBody['patterns'] {
    const known = new Map(this.#choice.patterns.map(({ id, words }) => [id, words]));
    return [...new Set(this.#coe.patternIds)].flatMap((id) => {
      const words = known.get(id);
      if (words === undefined) return [];
      if (this.#goes(patternPart(id))) return [{ id: this.#choice.hideId(id), words: this.#names.replace(words) }];
      this.#left.rows += 1;
      return [];
    });
  }

  #leaveOut(value: unknown, rule: FieldRule): void {
    if (typeof rule !== 'object') this.#left.fields += 1;
    else if ('fields' in rule) {
      for (const [key, inner] of Object.entries(rule.fields)) {
        const part = (value as Source)[key];
        if (saysAnything(part, inner)) this.#leaveOut(part, inner);
      }
    } else this.#left.rows += countRows(value as readonly Row[], rule.rows);
  }

  /** The sections, in which an action names the cause that it addresses by its new id if that goes along. */
  #withReferences(sections: Record<string, unknown>): Record<string, unknown> {
    const actions = sections['actions'] as { items?: Record<string, unknown>[] } | undefined;
    for (const item of actions?.items ?? []) {
      const cause = item['causeId'];
      if (typeof cause !== 'string') continue;
      if (this.#rowIds.has(cause)) item['causeId'] = this.#choice.hideId(cause);
      else delete item['causeId'];
    }
    return sections;
  }
}

type Row = Source & { readonly id: string };

const TERMS: ReadonlySet<string> = new Set([...CONDITION_IDS, ...VALUE_IDS]);

/** Whether a field has anything to copy or to count: not null, not empty, not a time about which nothing is said. */
function saysAnything(value: unknown, rule: FieldRule): boolean {
  if (value === null || value === undefined || value === '' || value === false) return isAnswer(value, rule);
  if (Array.isArray(value)) return value.length > 0;
  if (rule === 'time') return !isUnsaid(value as Moment);
  if (typeof rule === 'object' && 'fields' in rule) {
    return Object.entries(rule.fields).some(
      ([key, inner]) => key !== 'skipped' && saysAnything((value as Source)[key], inner),
    );
  }
  return true;
}

/** "No" is an answer. */
const isAnswer = (value: unknown, rule: FieldRule): boolean => value === false && rule === 'value';

function countRows(rows: readonly Row[], rules: FieldRules): number {
  return rows.reduce((count, row) => {
    const inner = Object.entries(rules).reduce(
      (sum, [key, rule]) =>
        typeof rule === 'object' && 'rows' in rule
          ? sum + countRows((row[key] ?? []) as readonly Row[], rule.rows)
          : sum,
      0,
    );
    return count + 1 + inner;
  }, 0);
}
