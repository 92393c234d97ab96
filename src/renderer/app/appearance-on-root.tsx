import { useEffect } from 'react';

import { useSettings } from '../platform/settings.ts';

/** Puts the appearance settings on the root element, where the CSS tokens read them. */
export function AppearanceOnRoot() {
  const { theme, proseSize, lineLength, density, reduceMotion } = useSettings();
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', theme);
    root.setAttribute('data-line-length', lineLength);
    root.setAttribute('data-density', density);
    root.toggleAttribute('data-reduce-motion', reduceMotion);
    root.style.setProperty('--prose-scale', String(proseSize / 100));
  }, [theme, proseSize, lineLength, density, reduceMotion]);
  return null;
}
