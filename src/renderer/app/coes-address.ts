import { useEffect } from 'react';
import { useLocation } from 'react-router';

let lastSearch = '';

/** The address of the list as it was left, with its search and filters. */
export const coesAddress = (): string => `/coes${lastSearch}`;

/** Remembers the search and filters of the list while it is open. */
export function useRememberCoesAddress(): void {
  const { pathname, search } = useLocation();
  useEffect(() => {
    if (pathname === '/coes') lastSearch = search;
  }, [pathname, search]);
}
