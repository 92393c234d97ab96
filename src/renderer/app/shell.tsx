import {
  BookOpen,
  ChartNoAxesColumn,
  ListChecks,
  NotebookText,
  Repeat,
  Settings as SettingsIcon,
  Sun,
  Trash2,
  Users,
} from 'lucide-react';
import { Suspense } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';

import { formatNumber } from '#domain/text/format.ts';
import type { LibraryState } from '#ipc/library-state.ts';

import { LastBackup } from '../features/backups/last-backup.tsx';
import { RecoveredNotice } from '../features/recovered/recovered-notice.tsx';
import { TeamPill } from '../features/team/team-pill.tsx';
import { useIsLibraryClosed, useLibraryState } from '../platform/library-state.ts';
import { useOwnDateStyle } from '../platform/own-date-style.ts';
import { usePatternsState } from '../platform/patterns.ts';
import { DateStyleContext } from '../ui/date-style.ts';
import { Toasts } from '../ui/toast.tsx';
import { AppCommands } from './app-commands.tsx';
import { AppDialogs } from './app-dialogs.tsx';
import { AppearanceOnRoot } from './appearance-on-root.tsx';
import { ClosedLibrary } from './closed-library.tsx';
import { DropHint } from './drop-hint.tsx';
import { coesAddress, useRememberCoesAddress } from './coes-address.ts';
import { FlushOnRequest } from './flush-on-request.tsx';
import { LibraryBanner } from './library-banner.tsx';
import { LibrarySwitcher } from './library-switcher.tsx';
import { RestoreViewState } from './restore-view-state.tsx';
import styles from './shell.module.css';
import { useFocusNearLost } from './use-focus-near-lost.ts';
import { useFocusOnNavigation } from './use-focus-on-navigation.ts';
import { useRegionShortcuts } from './use-region-shortcuts.ts';

const SCREENS = [
  { to: '/today', label: 'Today', icon: Sun },
  { to: '/coes', label: 'COEs', icon: NotebookText },
  { to: '/actions', label: 'Actions', icon: ListChecks },
  { to: '/themes', label: 'Themes', icon: ChartNoAxesColumn },
  { to: '/patterns', label: 'Patterns', icon: Repeat },
  { to: '/people', label: 'People', icon: Users },
  { to: '/handbook', label: 'Handbook', icon: BookOpen },
  { to: '/settings', label: 'Settings', icon: SettingsIcon },
];

/** Whether a screen is one of those that a link of the navigation leads to. Repeats are reached from the patterns. */
const isWithin = (pathname: string, to: string): boolean =>
  pathname.startsWith(to) || (to === '/patterns' && pathname.startsWith('/repeats'));

/** The app: the shell around an open library, or the single screen of a closed one. */
export function Shell() {
  const library = useLibraryState();
  const isClosed = useIsLibraryClosed();
  const dates = useOwnDateStyle();
  return (
    <DateStyleContext value={dates}>
      {library !== undefined && isClosed ? <ClosedLibrary library={library} /> : <OpenShell library={library} />}
    </DateStyleContext>
  );
}

/** The frame of every screen: navigation, library switcher, banners, dialogs and toasts. */
function OpenShell({ library }: { library: LibraryState | undefined }) {
  useRegionShortcuts();
  useFocusOnNavigation();
  useFocusNearLost();
  useRememberCoesAddress();
  const { pathname } = useLocation();
  // Without a pattern, the screen would only say so.
  const hasPatterns = usePatternsState().patterns.length > 0;
  return (
    <div className={styles.shell}>
      <AppCommands />
      <AppearanceOnRoot />
      <FlushOnRequest />
      <RestoreViewState library={library?.handle} />
      <nav aria-label="Main" className={styles.nav} data-region>
        <ul>
          {SCREENS.filter(({ to }) => to !== '/patterns' || hasPatterns).map(({ to, label, icon: Icon }) => (
            <li key={to}>
              <NavLink
                to={to === '/coes' ? coesAddress() : to}
                className={styles.link ?? ''}
                draggable={false}
                aria-current={isWithin(pathname, to) ? 'page' : undefined}
              >
                <Icon size={17} strokeWidth={1.75} aria-hidden />
                <span>{label}</span>
              </NavLink>
            </li>
          ))}
        </ul>
        <div>
          <TrashLink />
          <LastBackup />
          <TeamPill />
          <LibrarySwitcher />
        </div>
      </nav>
      <main className={styles.main} data-region tabIndex={-1}>
        <LibraryBanner />
        <RecoveredNotice />
        <Suspense fallback={null}>
          <Outlet />
        </Suspense>
      </main>
      <AppDialogs />
      <Toasts />
      <DropHint />
    </div>
  );
}

/** The link to the trash in the navigation, with the number of COEs in it. */
function TrashLink() {
  const count = useLibraryState()?.trashCount ?? 0;
  return (
    <NavLink to="/trash" className={`${styles.link} ${styles.small}`} draggable={false}>
      <Trash2 size={16} strokeWidth={1.75} aria-hidden />
      <span>Trash{count > 0 && ` (${formatNumber(count)})`}</span>
    </NavLink>
  );
}
