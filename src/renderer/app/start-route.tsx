import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';

import { countToday } from '#domain/today/today.ts';

import { useLibraryState } from '../platform/library-state.ts';
import { useIpcQuery } from '../platform/queries.ts';
import { dayOf, useTeamState } from '../platform/team.ts';
import { isRestoringViewState } from './restore-view-state.tsx';

/** How long to wait for a library that is read for the first time, in milliseconds after it was opened. */
const WAIT_MS = 1500;

/**
 * Redirects from the start address: to Today when it has something to show, else to the COEs. `isLeaving` says whether
 * the person has already chosen a screen, which may still be loading.
 */
export function StartRoute({ isLeaving }: { isLeaving: () => boolean }) {
  const navigate = useNavigate();
  const team = useTeamState();
  const today = useIpcQuery('today:read', dayOf(team), {
    enabled: team !== undefined,
  });
  const library = useLibraryState();
  const isOpened = library !== undefined;
  const [isWaiting, setIsWaiting] = useState(true);
  useEffect(() => {
    if (!isOpened) return undefined;
    const timer = setTimeout(() => setIsWaiting(false), WAIT_MS);
    return () => clearTimeout(timer);
  }, [isOpened]);
  const to = startAddress();
  useEffect(() => {
    // React may draw this screen once more after the person has left it, so the router is asked at the last moment.
    if (to !== null && !isLeaving()) void navigate(to, { replace: true });
  }, [to, isLeaving, navigate]);
  return null;

  function startAddress(): '/today' | '/coes' | null {
    if (isRestoringViewState(library?.handle)) return null;
    if (today.data !== undefined && countToday(today.data) > 0) return '/today';
    // A locked library has nothing to show. The query runs again after unlocking.
    if (today.isError) return today.error.appError.kind === 'library-locked' ? null : '/coes';
    // Before the library is open, the answer comes from the cache of the last run and may be outdated.
    // What has changed since may not be asked for again yet.
    const isCurrent = today.data !== undefined && !today.isFetching && !today.isStale;
    const isKnown = isCurrent && library?.status !== 'loading';
    return isKnown || (!isWaiting && today.data !== undefined) ? '/coes' : null;
  }
}
