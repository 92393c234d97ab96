import { createHashRouter, replace } from 'react-router';

import { CoesScreen } from '../features/library/coes-screen.tsx';
import { TodayScreen } from '../features/today/today-screen.tsx';
import { CrashScreen } from './crash-screen.tsx';
import { StartRoute } from './start-route.tsx';
import { Shell } from './shell.tsx';

/** Every screen has an address after the #, so that Back and Forward work and filters can be part of it. */
export const router = createHashRouter([
  {
    element: <Shell />,
    errorElement: <CrashScreen />,
    children: [
      {
        errorElement: <CrashScreen />,
        children: [
          { index: true, element: <StartRoute isLeaving={isLeaving} /> },
          // A start shows one of these two.
          { path: 'today', element: <TodayScreen /> },
          { path: 'coes', element: <CoesScreen /> },
          {
            path: 'coes/:id',
            lazy: async () => ({ Component: (await import('../editor/shell/editor-screen.tsx')).EditorScreen }),
          },
          {
            path: 'actions',
            lazy: async () => ({ Component: (await import('../features/actions/actions-screen.tsx')).ActionsScreen }),
          },
          {
            path: 'themes',
            lazy: async () => ({ Component: (await import('../features/themes/themes-screen.tsx')).ThemesScreen }),
          },
          ...['patterns', 'patterns/:id'].map((path) => ({
            path,
            lazy: async () => ({
              Component: (await import('../features/patterns/patterns-screen.tsx')).PatternsScreen,
            }),
          })),
          {
            path: 'people',
            lazy: async () => ({ Component: (await import('../features/people/people-screen.tsx')).PeopleScreen }),
          },
          {
            path: 'people/themes',
            lazy: async () => ({
              Component: (await import('../features/people/coach-themes-screen.tsx')).CoachThemesScreen,
            }),
          },
          {
            path: 'people/:person',
            lazy: async () => ({ Component: (await import('../features/people/person-screen.tsx')).PersonScreen }),
          },
          {
            path: 'people/:person/:share',
            lazy: async () => ({ Component: (await import('../features/people/copy-screen.tsx')).CopyScreen }),
          },
          {
            path: 'people/:person/:share/agenda',
            lazy: async () => ({ Component: (await import('../features/people/agenda-screen.tsx')).AgendaScreen }),
          },
          {
            path: 'repeats',
            lazy: async () => ({
              Component: (await import('../features/patterns/repeats-screen.tsx')).RepeatsScreen,
            }),
          },
          {
            path: 'handbook',
            lazy: async () => ({
              Component: (await import('../features/handbook/handbook-screen.tsx')).HandbookScreen,
            }),
          },
          {
            path: 'handbook/:page',
            lazy: async () => ({
              Component: (await import('../features/handbook/handbook-screen.tsx')).HandbookScreen,
            }),
          },
          {
            path: 'settings',
            lazy: async () => ({
              Component: (await import('../features/settings/settings-screen.tsx')).SettingsScreen,
            }),
          },
          {
            path: 'trash',
            lazy: async () => ({ Component: (await import('../features/library/trash-screen.tsx')).TrashScreen }),
          },
          {
            path: 'problems',
            lazy: async () => ({ Component: (await import('../features/library/problems-screen.tsx')).ProblemsScreen }),
          },
          {
            path: 'backups',
            lazy: async () => ({ Component: (await import('../features/backups/backups-screen.tsx')).BackupsScreen }),
          },
          // Decided by the router: a screen that redirects when it is drawn could do so after the next address has come.
          { path: '*', loader: () => replace('/coes') },
        ],
      },
    ],
  },
]);

/** Whether the start address was left, or another screen is loading. */
function isLeaving(): boolean {
  const { navigation, location } = router.state;
  return navigation.state !== 'idle' || location.pathname !== '/';
}
