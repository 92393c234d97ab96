import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** Long enough for a screen that is fetched to be there and to take the focus itself, if it wants to. */
const SETTLE_MS = 120;

/**
 * What arriving on another screen brings with it: the focus goes to the screen, unless it has been taken already or
 * stands somewhere that is still there, and the focus mode of a COE ends where there is none.
 */
export function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const isFirst = useRef(true);
  useEffect(() => {
    if (!/^\/coes\/./.test(pathname)) document.documentElement.removeAttribute('data-focus-mode');
    if (isFirst.current) {
      isFirst.current = false;
      return undefined;
    }
    const timer = setTimeout(() => {
      if (document.activeElement === null || document.activeElement === document.body)
        document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [pathname]);
}
