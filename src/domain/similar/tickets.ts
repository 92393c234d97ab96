import type { Coe } from '../coe/coe.ts';

const ADDRESS = /https?:\/\/[^\s<>()[\]"'`,]+/gi;
/** The part of an address from which on it only names a place within the page. */
const WITHIN_PAGE = /[?#].*$/s;
/** The address of one ticket, change or incident: such a word, and then one thing with a number in it. */
const ONE_TICKET =
  /\/(?:issues?|bugs?|tickets?|tasks?|stor(?:y|ies)|incidents?|discussions?|browse|pulls?|pull-requests|merge_requests)\/([\w-]*\d[\w-]*)/i;
/** A ticket as people write it, such as OPS-123. */
const TICKET_ID = /\b[A-Z][A-Z0-9]+-\d{3,}\b/g;
/**
 * The words before an id that refers to something in a tracker: a word for it, or a bracket, with at most a few words
 * such as "in", "as" and "the", and other ids, between.
 */
const CITES_BEFORE =
  /(?:\b(?:tickets?|issues?|bugs?|defects?|tasks?|story|stories|epics?|incidents?|post-?mortems?|case|changes?|requests?|problem|actions?|follow-?ups?|jira|backlog|see|cf|refs?|references?|described|tracked|filed|opened|raised|created|logged|reported|closes|fix|fixes|resolves|duplicates|(?:wait(?:s|ed|ing)?|blocked|depends|depended)(?=\s+(?:for|by|on)))\b[\s:,.#'"“]*|[([]\s*)(?:(?:in|as|by|under|with|is|was|of|the|our|on|for|to|and)\b\s*|\[?[A-Z][A-Z0-9]+-\d{3,}\]?[\s,]*){0,5}[[(]?$/i;
/** The words after it: what a ticket is, and a room or a release is not. */
const CITES_AFTER =
  /^\W{0,3}\s*(?:(?:is|was|were|are|has|have|had|been|still|not|yet|now|remains?|remained|stays?|stayed|being)\s+){0,4}(?:open|closed|done|fixed|resolved|pending|unassigned|assigned|filed|tracked|merged|overdue|in progress|to do|wont ?fix|won[’']t fix|duplicate)\b/i;
/** A word right before an id that says what it names instead. */
const NAMES_OTHER =
  /\b(?:room|office|building|floor|gate|platform|seat|flight|train|bus|release|version|build|tag|model|part|order|invoice|rack|machine|server|host|router|switch|printer|unit|pump|valve|lift)\s+(?:no\.?\s*|number\s+)?$/i;
/** Enough to the left and right of an id to tell. */
const NEARBY = 60;

/** What has the shape of a ticket but names a standard, a list of the whole world, a time zone, a quarter or a month. */
const NO_TICKET =
  /^(?:AES|CVE|DIN|EN|HTTP|HTTPS|IEC|IEEE|IPV|ISO|RFC|RSA|SHA|USB|UTF|WCAG|CES?T|GMT|UTC|[QHW]\d{1,2}|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|SEPT|OCT|NOV|DEC)-/;

/** The tickets to which a COE refers, and whether it says of each that it is one: a room can be called AB-123, too. */
export type Tickets = ReadonlyMap<string, { readonly isCited: boolean }>;

/**
 * The tickets, changes and incidents that a COE refers to, each once: by address, without the place within the page, or
 * by an id such as OPS-123. A number alone (#12) is left out, because every tracker has one.
 */
export function ticketsOf({ summary, sections, unplaced }: Coe): Tickets {
  const found = new Map<string, { isCited: boolean }>();
  for (const text of stringsIn([summary, sections, unplaced])) {
    for (const [address] of text.matchAll(ADDRESS)) {
      const page = address.replace(WITHIN_PAGE, '').toLowerCase();
      const ticket = ONE_TICKET.exec(page);
      if (ticket !== null)
        found.set(page.slice(0, ticket.index + ticket[0].length).replace(/^https?:\/\/(?:www\.)?/, ''), {
          isCited: true,
        });
    }
    const written = text.replace(ADDRESS, ' ');
    for (const { 0: id, index } of written.matchAll(TICKET_ID)) {
      if (NO_TICKET.test(id)) continue;
      const end = index + id.length;
      const before = written.slice(Math.max(0, index - NEARBY), index);
      const isCited =
        !NAMES_OTHER.test(before) && (CITES_BEFORE.test(before) || CITES_AFTER.test(written.slice(end, end + NEARBY)));
      found.set(id, { isCited: isCited || found.get(id)?.isCited === true });
    }
  }
  return found;
}

/** A ticket that more COEs than this, and than this share of those compared, refer to tells nothing about any of them. */
const MOST_COES = 4;
const MOST_SHARE = 0.05;

/**
 * The tickets to which only a few of these COEs refer. One of them has to say that it is one, so that the name of a
 * room, a release or a machine is none.
 */
export function tellingTickets(compared: readonly { readonly tickets: Tickets }[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const cited = new Set<string>();
  for (const { tickets } of compared) {
    for (const [ticket, { isCited }] of tickets) {
      counts.set(ticket, (counts.get(ticket) ?? 0) + 1);
      if (isCited) cited.add(ticket);
    }
  }
  const most = Math.max(MOST_COES, compared.length * MOST_SHARE);
  return new Set(
    [...counts].filter(([ticket, count]) => count > 1 && count <= most && cited.has(ticket)).map(([ticket]) => ticket),
  );
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* stringsIn(each);
}
