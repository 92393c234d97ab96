import { useEffect } from 'react';

import { useCoe } from '../../draft/draft-context.ts';
import { useSettings } from '../../platform/settings.ts';

/**
 * Names the window. Others can read its title, for example on a shared screen, so it shows that of the COE only by
 * choice. A component of its own, so that typing in the title does not draw the editor again.
 */
export function WindowTitle(): null {
  const { titleInWindow } = useSettings();
  const shown = useCoe(({ title }) => (titleInWindow && title !== '' ? `${title} – Once` : 'Once'));
  useEffect(() => {
    document.title = shown;
    return () => {
      document.title = 'Once';
    };
  }, [shown]);
  return null;
}
