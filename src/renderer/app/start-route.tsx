import { useEffect, useState } from 'react';
import { Navigate, useNavigation } from 'react-router';

import { countToday } from '#domain/today/today.ts';

import { useLibraryState } from '../platform/library-state.ts';
import { useIpcQuery } from '../platform/queries.ts';

/** How long a library that is read for the first time is waited for, in milliseconds. Small ones take a moment. */
const PATIENCE_MS = 1500;

/** Where the app opens: on Today once there is anything in it, else on the COEs. */
export function StartRoute() {
  const today = useIpcQuery('today:read', {});
  const library = useLibraryState();
  const isLeaving = useNavigation().state !== 'idle';
  const [isPatient, setIsPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setIsPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  // Someone was quicker, and is on the way to a screen that is still being fetched.
  if (isLeaving || !/^#?\/?$/.test(window.location.hash)) return null;
  if (today.data !== undefined && countToday(today.data) > 0) return <Navigate to="/today" replace />;
  // While it is locked there is nothing to go to; this is asked again when it is not.
  if (today.isError) return today.error.appError.kind === 'library-locked' ? null : <Navigate to="/coes" replace />;
  // What was kept of the last start is known before the library is open, and stands until then.
  const isKnown = today.data !== undefined && !today.isFetching && library?.status !== 'loading';
  return isKnown || (!isPatient && today.data !== undefined) ? <Navigate to="/coes" replace /> : null;
}
