import { z } from 'zod';

/** A file that is not a COE, as far as it can be read. `isCut` when there is more of it. */
export type ProblemText = { text: string; isCut: boolean };

/** The name as Problems lists it; every other name is refused, so it never is a path. */
const fileName = z.string().min(1).max(1000);

/** What main lets through on the channels of Problems. */
export const PROBLEM_REQUESTS = {
  'problems:list': z.strictObject({}),
  'problems:reveal': z.strictObject({ fileName }),
  'problems:read-text': z.strictObject({ fileName }),
  'problems:set-aside': z.strictObject({ fileName }),
  /** Takes that back: `aside` is what setting it aside answered. */
  'problems:bring-back': z.strictObject({ aside: fileName }),
  /** Puts the newest version of the COE that the name stands for in its place; the broken file is set aside first. */
  'problems:restore': z.strictObject({ fileName }),
} as const;
