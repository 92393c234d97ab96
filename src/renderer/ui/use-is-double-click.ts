import { useCallback, useEffect, useRef } from 'react';

/**
 * Tells whether what is being pressed is pressed by the second click of a double click: that one is not meant for what
 * the first has put under the pointer.
 */
export function useIsDoubleClick(): () => boolean {
  const clicks = useRef(0);
  useEffect(() => {
    const count = ({ detail }: MouseEvent): void => void (clicks.current = detail);
    const reset = (): void => void (clicks.current = 0);
    window.addEventListener('mousedown', count, true);
    window.addEventListener('keydown', reset, true);
    return () => {
      window.removeEventListener('mousedown', count, true);
      window.removeEventListener('keydown', reset, true);
    };
  }, []);
  return useCallback(() => clicks.current > 1, []);
}
