import '../styles/all.css';
import './no-compiled-schemas.ts';

import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';

import { watchLibrary } from '../draft/open-drafts.ts';
import { listen } from '../platform/bridge.ts';
import { invalidateOnEvents, queryClient } from '../platform/queries.ts';
import { listenToMenu } from '../platform/commands.ts';
import { watchDay } from '../platform/today.ts';
import { pastePlainText } from '../rich-text/paste/paste-plain-text.ts';
import { openOutside } from '../platform/outside-links.ts';
import { OpenOutside } from '../ui/outside-link.tsx';
import { closeDialog } from './app-dialog-state.ts';
import { prefetchFirstScreen } from './prefetch-first-screen.ts';
import { listenToDropped } from './listen-to-dropped.ts';
import { loadSpellingOnFirstInput } from './load-spelling.ts';
import { offerCopy } from './offer-copy.ts';
import { router } from './router.tsx';

invalidateOnEvents();
watchDay();
listenToMenu();
watchLibrary(offerCopy);
// Before the page is drawn: the file may have been named on the command line.
listenToDropped((to) => router.navigate(to));
listen('coe:show', ({ id }) => {
  closeDialog();
  void router.navigate(`/coes/${id}`);
});
listen('text:paste-plain', ({ text }) => pastePlainText(text));
void prefetchFirstScreen();
loadSpellingOnFirstInput();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <OpenOutside value={openOutside}>
          <RouterProvider router={router} />
        </OpenOutside>
      </QueryClientProvider>
    </StrictMode>,
  );
}
