import { ExternalLink } from 'lucide-react';
import { createContext, type ReactNode, useContext } from 'react';

import styles from './markdown-view.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

/** Opens an address outside the app; the app provides it, because only it can reach main. */
export const OpenOutside = createContext<(url: string) => void>(() => {
  throw new Error('No OpenOutside is provided above this link.');
});

type OutsideLinkProps = {
  url: string;
  /** Shows the full address beside the text, not only as a tooltip. */
  showAddress?: boolean;
  children: ReactNode;
};

/** A link to the browser, which asks before it opens. Links that start with #/ stay in the app. */
export function OutsideLink({ url, showAddress = false, children }: OutsideLinkProps) {
  const openOutside = useContext(OpenOutside);
  if (url.startsWith('#/')) return <a href={url}>{children}</a>;
  return (
    <>
      <a
        href={url}
        title={`Opens in your browser: ${url}`}
        className={styles.outside}
        draggable={false}
        onClick={(event) => {
          event.preventDefault();
          openOutside(url);
        }}
        onAuxClick={(event) => event.preventDefault()}
      >
        {children}
        <ExternalLink size={12} aria-hidden />
        <VisuallyHidden> (opens in your browser)</VisuallyHidden>
      </a>
      {showAddress && <span className={styles.address}>{url}</span>}
    </>
  );
}
