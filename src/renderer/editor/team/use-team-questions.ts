import { useMemo } from 'react';

import type { SectionId } from '#domain/coe/vocabulary.ts';
import { type CoePlace, placeOfPath } from '#domain/team/place-in-coe.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { AskedQuestion } from '#ipc/team.ts';

import { useCoe, useDraft } from '../../draft/draft-context.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useTeam } from '../../platform/team.ts';

/** A question that the team's changes left open, and the part of the open COE that it is about. */
export type PlacedQuestion = { readonly question: AskedQuestion; readonly place: CoePlace };

/** The open questions about the open COE, and why they could not be read; null if they could. */
export type TeamQuestions = { readonly questions: readonly PlacedQuestion[]; readonly error: AppError | null };

const NONE: readonly AskedQuestion[] = [];

/** The open questions about the open COE. None in a library that is not a team's. */
export function useTeamQuestions(): TeamQuestions {
  const { id: coeId } = useDraft();
  const isTeam = useTeam() !== null;
  const asked = useIpcQuery('team:questions', { coeId }, { enabled: isTeam });
  const found = (isTeam ? asked.data : undefined) ?? NONE;
  // Without questions the editor, which calls this, must not be rendered again for each letter.
  const coe = useCoe((whole) => (found.length === 0 ? null : whole));
  return useMemo(
    () => ({
      questions: coe === null ? [] : found.map((question) => ({ question, place: placeOfPath(question.path, coe) })),
      error: isTeam ? (asked.error?.appError ?? null) : null,
    }),
    [found, coe, isTeam, asked.error],
  );
}

/** Adds up how many of some things each part of a COE has. */
export function countBySection(
  places: readonly { readonly section: SectionId | 'header' }[],
  before: ReadonlyMap<SectionId | 'header', number> = new Map(),
): ReadonlyMap<SectionId | 'header', number> {
  const counts = new Map(before);
  for (const { section } of places) counts.set(section, (counts.get(section) ?? 0) + 1);
  return counts;
}
