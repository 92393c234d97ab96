import { useEffect } from 'react';

import { invoke } from '../../platform/bridge.ts';
import { useOwnDateStyle } from '../../platform/own-date-style.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { DateStyleContext } from '../../ui/date-style.ts';
import { CaptureForm } from './capture-form.tsx';

/** The quick capture window. Escape closes it; what is typed stays until it is saved or discarded. */
export function CaptureScreen() {
  const dates = useOwnDateStyle();
  // The time zone is in the settings, and the form starts with the time it is now.
  const settings = useIpcQuery('settings:read', {});
  const read = useIpcQuery('capture:read', {});
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) void invoke('capture:close', {});
    };
    // A field that has the focus still sets what was typed in it.
    const onPageHide = (): void => (document.activeElement as HTMLElement | null)?.blur();
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener('pagehide', onPageHide);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener('pagehide', onPageHide);
    };
  }, []);
  if (read.data === undefined || settings.data === undefined) return null;
  return (
    <DateStyleContext value={dates}>
      <CaptureForm remembered={read.data.capture} lastKind={read.data.kind} />
    </DateStyleContext>
  );
}
