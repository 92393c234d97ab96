import { lazy, Suspense } from 'react';
import { useNavigate } from 'react-router';

import { NewCoeDialog } from '../features/new-coe/new-coe-dialog.tsx';
import { Palette } from '../features/palette/palette.tsx';
import { closeDialog, openDialog, useAppDialog } from './app-dialog-state.ts';
import { HelpDialogs } from './help-dialogs.tsx';
import { confirmReply } from './open-shared-file.ts';

const CalendarDialog = lazy(async () => ({
  default: (await import('../features/today/calendar-dialog.tsx')).CalendarDialog,
}));
const ImportDialog = lazy(async () => ({
  default: (await import('../features/import/import-dialog.tsx')).ImportDialog,
}));
const ExportDialog = lazy(async () => ({
  default: (await import('../features/export/export-dialog.tsx')).ExportDialog,
}));
const ShareDialog = lazy(async () => ({
  default: (await import('../features/sharing/share-dialog.tsx')).ShareDialog,
}));
const ConnectDialog = lazy(async () => ({
  default: (await import('../features/team/connect-dialog.tsx')).ConnectDialog,
}));
const PublishDialog = lazy(async () => ({
  default: (await import('../features/sharing/publish-dialog.tsx')).PublishDialog,
}));
const OpenedFileDialog = lazy(async () => ({
  default: (await import('../features/people/opened-file-dialog.tsx')).OpenedFileDialog,
}));
const ConfirmReplyDialog = lazy(async () => ({
  default: (await import('../features/people/confirm-reply-dialog.tsx')).ConfirmReplyDialog,
}));

/**
 * The dialogs that can open over any screen. New COE and the palette are in the first bundle, because the next key
 * typed must land in them; the others are loaded on demand.
 */
export function AppDialogs() {
  const dialog = useAppDialog((state) => state.dialog);
  const navigate = useNavigate();
  if (dialog === null) return null;
  return (
    <Suspense fallback={null}>
      {dialog.name === 'new-coe' && (
        <NewCoeDialog key={dialog.kind ?? 'any'} kind={dialog.kind} onClose={closeDialog} />
      )}
      {dialog.name === 'palette' && <Palette key={dialog.mode} mode={dialog.mode} onClose={closeDialog} />}
      {dialog.name === 'calendar' && <CalendarDialog onClose={closeDialog} />}
      {dialog.name === 'import' && <ImportDialog dropped={dialog.dropped} onClose={closeDialog} />}
      {dialog.name === 'export' && (
        <ExportDialog coeId={dialog.coeId} listQuery={dialog.listQuery} onClose={closeDialog} />
      )}
      {dialog.name === 'share' && <ShareDialog coeId={dialog.coeId} onClose={closeDialog} />}
      {dialog.name === 'publish' && (
        <PublishDialog
          coeId={dialog.coeId}
          onConnect={() => openDialog({ name: 'connect-team' })}
          onClose={closeDialog}
        />
      )}
      {dialog.name === 'connect-team' && <ConnectDialog onClose={closeDialog} />}
      {dialog.name === 'opened-file' && <OpenedFileDialog opened={dialog.opened} onClose={closeDialog} />}
      {dialog.name === 'confirm-reply' && (
        <ConfirmReplyDialog
          name={dialog.from.name}
          onAccept={() => {
            closeDialog();
            void confirmReply(dialog.from.key, navigate);
          }}
          onClose={closeDialog}
        />
      )}
      <HelpDialogs />
    </Suspense>
  );
}
