import { useMemo } from 'react';

import { newPattern, type Pattern } from '#domain/patterns/pattern.ts';
import { patternsById } from '#domain/patterns/resolve-patterns.ts';
import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { PatternsState } from '#ipc/patterns.ts';

import { currentLibrary, invokeIn } from './library-state.ts';
import { newId } from './new-id.ts';
import { useIpcQuery } from './queries.ts';

const NONE: PatternsState = { patterns: [], unreadable: [], readOnly: true };

/** The patterns of the open library; none until they have been read. */
export const usePatternsState = (): PatternsState => useIpcQuery('patterns:read', {}).data ?? NONE;

/** For each stored id, the pattern it counts for; see `patternsById`. */
export function usePatternsById(): ReadonlyMap<string, Pattern> {
  const { patterns } = usePatternsState();
  return useMemo(() => patternsById(patterns), [patterns]);
}

/** For each stored id, the words of the pattern it counts for. */
export function usePatternWords(): ReadonlyMap<string, string> {
  const byId = usePatternsById();
  return useMemo(() => new Map([...byId].map(([id, { words }]) => [id, words])), [byId]);
}

/** Saves a pattern that comes from `base`, to the library that is on the screen now. */
export const changePattern = (base: Pattern, pattern: Pattern): Promise<Result<Pattern, AppError>> =>
  invokeIn(currentLibrary(), 'patterns:change', { base, pattern });

/** Creates a pattern with a new id. Throws when `words` are empty or too long. */
export const createPattern = (words: string): Promise<Result<Pattern, AppError>> =>
  invokeIn(currentLibrary(), 'patterns:change', {
    base: null,
    pattern: newPattern(words, newId(), new Date().toISOString()),
  });
