import type { Coe } from '../coe/coe.ts';

const ADDRESS = /https?:\/\/[^\s<>()[\]"'`,]+/gi;
/** The part of an address from which on it only names a place within the page. */
const WITHIN_PAGE = /[?#].*$/s;
/** The address of one ticket, change or incident: such a word, and then one thing with a number in it. */
const ONE_TICKET =
  /\/(?:issues?|bugs?|tickets?|tasks?|stor(?:y|ies)|incidents?|discussions?|browse|pulls?|pull-requests|merge_requests)\/([\w-]*\d[\w-]*)/i;
/** A ticket as people write it, such as OPS-123. */
const TICKET_ID = /\b[A-Z][A-Z0-9]+-\d{3,}\b/g;
/** What has the shape of a ticket but names a standard, a list of the whole world, a time zone, a quarter or a month. */
const NO_TICKET =
  /^(?:AES|CVE|DIN|EN|HTTP|HTTPS|IEC|IEEE|IPV|ISO|RFC|RSA|SHA|USB|UTF|WCAG|CES?T|GMT|UTC|[QHW]\d{1,2}|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|SEPT|OCT|NOV|DEC)-/;

/**
 * The tickets, changes and incidents that a COE refers to, each once: by address, without the place within the page, or
 * by an id such as OPS-123. A number alone (#12) is left out, because every tracker has one.
 */
export function ticketsOf({ summary, sections, unplaced }: Coe): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of stringsIn([summary, sections, unplaced])) {
    for (const [address] of text.matchAll(ADDRESS)) {
      const page = address.replace(WITHIN_PAGE, '').toLowerCase();
      const ticket = ONE_TICKET.exec(page);
      if (ticket !== null)
        found.add(page.slice(0, ticket.index + ticket[0].length).replace(/^https?:\/\/(?:www\.)?/, ''));
    }
    for (const [id] of text.replace(ADDRESS, ' ').matchAll(TICKET_ID)) if (!NO_TICKET.test(id)) found.add(id);
  }
  return found;
}

/** A ticket that more COEs than this, and than this share of those compared, refer to tells nothing about any of them. */
const MOST_COES = 4;
const MOST_SHARE = 0.05;

/** The tickets to which only a few of these COEs refer. */
export function tellingTickets(compared: readonly { readonly tickets: ReadonlySet<string> }[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { tickets } of compared) for (const ticket of tickets) counts.set(ticket, (counts.get(ticket) ?? 0) + 1);
  const most = Math.max(MOST_COES, compared.length * MOST_SHARE);
  return new Set([...counts].filter(([, count]) => count > 1 && count <= most).map(([ticket]) => ticket));
}

function* stringsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* stringsIn(each);
}
