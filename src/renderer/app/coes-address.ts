import { useEffect } from 'react';
import { useLocation } from 'react-router';

let lastSearch = '';

/** The address of the list, with the search and filters it had when last shown. */
export const coesAddress = (): string => `/coes${lastSearch}`;

/** Records the search and filters of the list while it is shown, for `coesAddress`. */
export function useRememberCoesAddress(): void {
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (pathname === '/coes') lastSearch = search;
  }, [pathname, search]);
}
