import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';

import { openOutside } from '../platform/outside-links.ts';
import styles from './markdown-view.module.css';

/** A link that leaves the app. It shows where it leads, and the app asks before the browser opens. Links within the app start with #. */
export function OutsideLink({ url, children }: { url: string; children: ReactNode }) {
  if (url.startsWith('#')) return <a href={url}>{children}</a>;
  return (
    <a
      href={url}
      title={`Opens in your browser: ${url}`}
      className={styles.outside}
      onClick={(event) => {
        event.preventDefault();
        openOutside(url);
      }}
    >
      {children}
      <ExternalLink size={12} aria-label="(opens in your browser)" />
    </a>
  );
}
