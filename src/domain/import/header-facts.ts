import { FOREIGN_KEYS, withoutAccents } from './other-languages.ts';
import { foldHeading } from './imported-report.ts';

/** A fact about a report that stands in its front matter or its first lines. */
export type FactId =
  | 'title'
  | 'date'
  | 'began'
  | 'noticed'
  | 'told'
  | 'mitigated'
  | 'resolved'
  | 'author'
  | 'severity'
  | 'tags'
  | 'parts'
  | 'zone'
  | 'link'
  | 'other';

const KEYS: Readonly<Record<FactId, string>> = {
  title: 'title|name|incident title|headline|subject',
  date: 'date|day|incident date|date of incident|date of outage|outage date|date of event|occurred|occurred on|occurred at|date occurred|date time|date and time|incident day|when|happened|happened on',
  began:
    'start|started|start time|began|began at|incident start|outage start|impact start|start date|started at|start of incident|start of impact|time started|incident start time|incident started|beginning',
  noticed:
    'detected|detected at|time detected|detection time|noticed|noticed at|identified at|discovered|discovered at|time of detection|detection date',
  told: 'reported|reported at|declared|declared at|communicated|announced',
  mitigated: 'mitigated|mitigated at|time mitigated|mitigation time',
  resolved:
    'end|ended|end time|resolved|resolved at|resolution time|incident end|outage end|impact end|end date|ended at|end of incident|end of impact|time resolved|recovered|recovered at|incident resolved|fixed at|finished|incident end time',
  author: 'author|authors|written by|report author|postmortem author|postmortem authors|prepared by',
  severity: 'severity|sev|severity level|incident severity|impact level',
  tags: 'tags|tag|categories|category|keywords|keyword|labels|topics',
  parts: 'company|organization|organisation|product|products|service|services|component|components|system|systems',
  zone: 'timezone|time zone|tz',
  link: 'url|link|source|source url|permalink|original',
  other:
    'status|state|owner|owners|incident commander|commander|incident lead|lead|ic|on call|oncall|duration|downtime|total downtime|time to detect|time to detection|time to resolve|time to recovery|time to mitigate|ttd|ttr|mttr|priority|participants|attendees|responders|reviewers|reviewed by|reviewer|team|teams|ticket|issue|jira|incident id|incident number|incident|id|environment|region|version|published|last updated|updated|created|date of postmortem|postmortem date|meeting|reporter|reported by|type|facilitator|scribe|communications lead|slack channel|channel|approved by|regions|postmortem owner|related incidents',
};

const FACT_OF = new Map(
  [...Object.entries(FOREIGN_KEYS), ...Object.entries(KEYS)].flatMap(([id, names]) =>
    names.split('|').flatMap((name) => [name, withoutAccents(name)].map((written) => [written, id as FactId] as const)),
  ),
);

/** The fact that a key such as "Start time", "**Severity**" or "end_time" names; null when it names none. */
export const factOf = (key: string): FactId | null => FACT_OF.get(foldHeading(key)) ?? null;

const SEVERITIES: readonly (readonly [RegExp, number])[] = [
  [/\b(?:severe|critical)\b/i, 3],
  [/\bmajor\b/i, 2],
  [/\bminor\b/i, 1],
  [/\bnear[ -]miss\b/i, 0],
];

/**
 * The severity that a text names in words that Once uses too; null for others. Numbers such as SEV-2 mean something
 * else in every company.
 */
export function severityIn(text: string): number | null {
  const found = SEVERITIES.filter(([pattern]) => pattern.test(text));
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}
