import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { foldPassage } from '../search/fold.ts';

/** The names of the person at this computer, folded: one name however it is typed. Empty when they gave none. */
export type OwnNames = ReadonlySet<string>;

/** The names to compare with authors and owners. `aliases` is text with one name a line, or names between commas. */
export const ownNames = (name: string, aliases: string): OwnNames =>
  new Set([name, ...aliases.split(/[,;\n]/)].map(foldPassage).filter((each) => each !== ''));

/** Whether a name is one of the person's, without regard to case and accents. */
export const isOwnName = (name: string, names: OwnNames): boolean => names.has(foldPassage(name));

/**
 * The COEs with the actions that are the person's own: those they own, and those without an owner in a COE they wrote.
 * Every COE when `names` is empty, since nothing could be anyone's then.
 */
export const withOwnActions = (summaries: readonly CoeSummary[], names: OwnNames): readonly CoeSummary[] =>
  names.size === 0
    ? summaries
    : summaries.map((summary) => {
        if (summary.actions.length === 0) return summary;
        const isAuthor = isOwnName(summary.author, names);
        const actions = summary.actions.filter(({ owner }) =>
          owner.trim() === '' ? isAuthor : isOwnName(owner, names),
        );
        return { ...summary, actions };
      });

/** The COEs that the person wrote; every COE when `names` is empty. */
export const ownCoes = (summaries: readonly CoeSummary[], names: OwnNames): readonly CoeSummary[] =>
  names.size === 0 ? summaries : summaries.filter(({ author }) => isOwnName(author, names));
