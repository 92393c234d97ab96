import type { KindId } from '../coe/vocabulary.ts';
import { isPersonalKind } from '../guide/kinds.ts';
import { FOREIGN_HEADINGS, foreignKey, foreignTargetOf } from './other-languages.ts';
import { foldHeading, type HeadingTarget, type ImportOptions } from './imported-report.ts';

/**
 * Where the text below a heading goes. `isExact` is true for a heading that says no more than the section's own name,
 * so that it need not be kept as text.
 */
export type Placement = { readonly target: HeadingTarget; readonly isExact: boolean };

/** Headings of postmortem templates and published reports, folded, without the words in QUALIFIERS. */
const SYNONYMS: Readonly<Partial<Record<HeadingTarget, readonly string[]>>> = {
  summary:
    'summary|tldr|tl dr|overview|abstract|synopsis|what happened|description|at a glance|in short|in brief|short version|issue summary|issue overview|summary of events|incident|the incident|issue|problem|problem statement|statement of problem|narrative'.split(
      '|',
    ),
  context:
    'background|context|additional context|introduction|intro|prerequisites|glossary|terminology|definitions|architecture|system overview|background information|additional information|additional notes|notes|preface|open questions'.split(
      '|',
    ),
  customerImpact:
    'impact|customer impact|user impact|users impact|impact on users|impact on customers|who was affected|what was affected|who is affected|affected users|affected customers|affected services|affected systems|affected|business impact|service impact|consequences|scope|scope of impact|blast radius|effect|effects|symptoms|damage|what was impact|what is impact|what is customer impact'.split(
      '|',
    ),
  impact:
    'cost|costs|cost of incident|financial impact|internal impact|revenue impact|team impact|impact on team|metrics|stats|statistics|key metrics|what did it cost'.split(
      '|',
    ),
  timeline:
    'timeline|timeline of events|chronology|key events|events|sequence of events|event log|time line|what is timeline|what was timeline|course of events|timeline and response|blow by blow|how did we respond|how we responded'.split(
      '|',
    ),
  noticed:
    'detection|detected|identified|identification|discovery|noticed|how did you notice it|how was it detected|how did we detect it|how did we notice|how was this detected|how did we find out|how did we find out about it|how was it noticed|how we noticed|alerting|monitoring|time to detect'.split(
      '|',
    ),
  mitigated:
    'mitigation|mitigated|resolution|resolved|recovery|remediation|immediate remediation|response|fix|solution|restoration|workaround|mitigation and resolution|resolution and recovery|detection and resolution|how was it resolved|how did we resolve it|how was it fixed|how did we fix it|how did you mitigate it|how we fixed it|immediate actions|immediate fix|short term fix|containment|actions taken|immediate actions taken|steps taken|mitigators|mitigation steps'.split(
      '|',
    ),
  cause:
    'cause|causes|root cause|root causes|root cause analysis|rca|trigger|triggers|contributing factors|contributing factor|contributing causes|contributing conditions|contributors|why did it happen|why did this happen|why it happened|what caused it|what caused this|analysis|technical analysis|technical details|technical detail|technical summary|details|fault|underlying cause|underlying issue|what was root cause|proximate cause|proximate causes|root cause and trigger|root cause and resolution|cause and resolution|what went wrong technically|investigation|diagnosis|findings|deep dive|explanation|leadup|lead up|contributory factors|contributory factor|contributory causes|what went wrong and why|faults'.split(
      '|',
    ),
  whys: '5 whys|five whys|5 why|five why|whys|why why why|5 whys analysis|five whys analysis'.split('|'),
  lessons:
    'lessons learned|lessons learnt|lessons|lesson learned|what did we learn|what did you learn|what we learned|what have we learned|learnings|learning|learned|insights|takeaways|key takeaways|reflections|conclusion|conclusions|retrospective|discussion'.split(
      '|',
    ),
  wentWell:
    'what went well|went well|things that went well|what worked|what worked well|what did go well|what did we do well|good|the good|positives|what was good'.split(
      '|',
    ),
  wentBadly:
    'what went wrong|went wrong|what went badly|went badly|things that went wrong|things that went poorly|what went poorly|what did not go well|what didnt go well|what did not go so well|what didnt go so well|what went less well|what could have gone better|what could be improved|what could we have done better|what could be better|what didnt work|what did not work|bad|the bad|negatives|challenges|difficulties|difficult|what was difficult|what was hard|pain points'.split(
      '|',
    ),
  lucky:
    'where we got lucky|where did we get lucky|what we got lucky with|got lucky|we got lucky|luck|lucky|where were we lucky|how did we get lucky|near misses'.split(
      '|',
    ),
  actions:
    'action items|action item|actions|follow ups|follow up|followups|followup|follow up actions|follow up items|follow up tasks|followup actions|corrective actions|corrective action|corrective and preventative measures|corrective and preventive measures|corrective measures|preventative measures|preventive measures|preventative actions|preventive actions|prevention|review actions|remediation items|remediation actions|remediations|next steps|todo|todos|to do|tasks|how are we preventing this|how are we preventing it|how do we prevent this|how will we prevent this|how can we prevent this|preventing recurrence|improvements|recommendations|action plan|plan|future work|what are we doing|what are we going to do|what will we do|what are you going to do so it doesnt happen again|repair items|jira tickets|tickets|outcomes|actions and follow ups|long term fix|permanent fix|process improvements|technical improvements|whats next|what is next|what comes next|how are we making incidents like this less likely|how are we making incidents like this less likely or less impactful'.split(
      '|',
    ),
};

/** What a folded heading contains, when it is none of the synonyms; the first that matches. */
const PATTERNS: readonly (readonly [RegExp, HeadingTarget])[] = [
  [/\b(?:5|five) whys?\b/, 'whys'],
  [
    /\b(?:not|didnt|doesnt|could|should|poorly|badly)\b.*\b(?:well|better|work|improved?)\b|went (?:wrong|badly|poorly)/,
    'wentBadly',
  ],
  [/\b(?:went|worked|did|go|going|do) (?:\w+ )?well\b|what worked/, 'wentWell'],
  [/\bluck(?:y|ily)?\b/, 'lucky'],
  [/\blessons?\b|\blearn(?:ed|t|ings?)?\b|takeaway|\binsights?\b|reflection|conclusion/, 'lessons'],
  [/timeline|chronolog|sequence of events|key events|order of events|\bminute by minute\b/, 'timeline'],
  [
    /(?<!github )\baction|follow ?up|next steps?\b|correctiv|prevent|to ?dos?\b|improvements?\b|recommend|what (?:are|will|can|should|do) we (?:do|doing|going|plan|chang)|what (?:we|were) (?:will|are|going|plan)|going forward|moving forward|never again|happen again/,
    'actions',
  ],
  [
    /\bcaus(?:e|es|ed|ing|al)\b|contributing|trigger|\bwhy\b|what led|underlying|analysis|technical|investigat|diagnos/,
    'cause',
  ],
  [/detect|notic(?:e|ed|ing)\b|discover|how did we (?:find|know)|alert/, 'noticed'],
  [
    /mitigat|resol(?:ution|ve|ved|ving)\b|recover|remediat|\bfix(?:e[sd])?\b|response\b|workaround|restor|how we (?:brought|got)/,
    'mitigated',
  ],
  [/\bimpact(?:s|ed)?\b|affect|consequence|symptoms?\b/, 'customerImpact'],
  [/\bcosts?\b|revenue|statistic|metrics/, 'impact'],
  [
    /background|context|glossary|references?\b|appendi|attende|atende|participant|people involved|who was involved|responders|related|further reading|resources|links|supporting|how .* works?\b|about\b|contact|acknowledg|screenshots?|\blogs\b|graphs?\b|data\b|evidence|distribution list/,
    'context',
  ],
  [/summary|overview|tl ?dr|what (?:has )?happened|description/, 'summary'],
];

/** Words that say nothing about the section: "Incident timeline", "Executive summary". */
const QUALIFIERS =
  /^(?:\d+ )+|\b(?:the|a|an|our|incident|outage|event|postmortem|post mortem|executive|high level|brief|detailed|full|general|preliminary|short|initial|overall|section|was|were|is|are|this)\b/g;
const MOST_WORDS = 9;

const TARGET_OF = new Map<string, HeadingTarget>();
for (const [target, names] of Object.entries(SYNONYMS)) {
  for (const name of names) {
    TARGET_OF.set(name, target as HeadingTarget);
    const bare = withoutQualifiers(name);
    if (bare !== '' && bare !== 'log' && !TARGET_OF.has(bare)) TARGET_OF.set(bare, target as HeadingTarget);
  }
}

const FOREIGN_TARGET_OF = new Map<string, HeadingTarget>();
for (const [target, names] of Object.entries(FOREIGN_HEADINGS)) {
  for (const name of names.split('|')) FOREIGN_TARGET_OF.set(foreignKey(name) || name, target as HeadingTarget);
}

/**
 * Where the text below a heading goes; null when the heading is none that Once knows. What the person mapped comes
 * first, and its heading is kept as text.
 */
export function placeHeading(
  heading: string,
  { headings, kind }: Pick<ImportOptions, 'headings' | 'kind'>,
): Placement | null {
  const folded = foldHeading(heading);
  const chosen = headings.get(folded);
  if (chosen !== undefined) return { target: chosen, isExact: false };
  if (/\b(?:5|five) whys?\b/i.test(heading)) {
    return { target: 'whys', isExact: folded === '' || exactTarget(folded) !== null };
  }
  const exact = exactTarget(folded);
  if (exact !== null) return { target: forKind(exact, kind), isExact: true };
  if (folded === '' || folded.split(' ').length > MOST_WORDS) return null;
  const foreign = foreignTargetOf(folded);
  const english = PATTERNS.find(([pattern]) => pattern.test(folded))?.[1];
  // Many of the foreign words are also names, or English: "Fortuna", "lessen".
  const loose = foreign?.isSure === true ? foreign.target : (english ?? foreign?.target);
  return loose === undefined ? null : { target: forKind(loose, kind), isExact: false };
}

/** Whether a heading is the name of a section, and not only similar to one. */
export const isSectionName = (heading: string): boolean => exactTarget(foldHeading(heading)) !== null;

const exactTarget = (folded: string): HeadingTarget | null =>
  TARGET_OF.get(folded) ??
  TARGET_OF.get(withoutQualifiers(folded)) ??
  FOREIGN_TARGET_OF.get(foreignKey(folded)) ??
  FOREIGN_TARGET_OF.get(folded) ??
  null;

function withoutQualifiers(folded: string): string {
  return folded
    .replaceAll(QUALIFIERS, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
    .replace(/ (?:of|for|from|in|about|it)$/, '');
}

/** In a personal COE, what it cost has one section. */
const forKind = (target: HeadingTarget, kind: KindId | null): HeadingTarget =>
  target === 'customerImpact' && kind !== null && isPersonalKind(kind) ? 'impact' : target;
