import { ok } from '#domain/result.ts';
import type { CAPTURE_CHANNELS, CaptureAccess } from '#ipc/capture.ts';
import type { Handlers } from '#main/ipc/handlers.ts';

import type { CaptureDraft } from './capture-draft.ts';

/** What the handlers of quick capture need. */
export type CaptureHandlersDeps = {
  readonly draft: CaptureDraft;
  /** Resolves when the first library is open or locked. */
  readonly ready: Promise<unknown>;
  readonly open: () => void;
  readonly close: () => void;
  /** Shows the main window. */
  readonly showMain: () => void;
  readonly access: () => CaptureAccess;
};

/** Returns the handlers of the `capture:` channels. */
export function captureHandlers({
  draft,
  ready,
  open,
  close,
  showMain,
  access,
}: CaptureHandlersDeps): Pick<Handlers, keyof typeof CAPTURE_CHANNELS> {
  return {
    'capture:open': async () => {
      open();
      return ok(null);
    },
    'capture:access': async () => ok(access()),
    'capture:read': async () => ok({ capture: draft.current(), kind: draft.kind() }),
    'capture:change': async (capture) => {
      draft.change(capture);
      return ok(null);
    },
    'capture:save': (capture) => ready.then(() => draft.save(capture)),
    'capture:discard': async () => {
      await draft.discard();
      return ok(null);
    },
    'capture:close': async () => {
      close();
      return ok(null);
    },
    'capture:show-main': async () => {
      showMain();
      return ok(null);
    },
  };
}
