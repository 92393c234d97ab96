import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

import { closeToast } from '../ui/toast.tsx';

/** Time for a lazy screen to render and take the focus itself. */
const SETTLE_MS = 120;

/** After navigation, focuses the new screen unless something has the focus, and ends focus mode outside a COE. */
export function useFocusOnNavigation(): void {
  const { pathname } = useLocation();
  const isFirst = useRef(true);
  useEffect(() => {
    if (!/^\/coes\/./.test(pathname)) {
      document.documentElement.removeAttribute('data-focus-mode');
      closeToast('focus-mode');
    }
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
