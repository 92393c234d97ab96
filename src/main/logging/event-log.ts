import { randomBytes } from 'node:crypto';
import path from 'node:path';

import log from 'electron-log/node';

/** The fields of a log line: codes, ids and counts. Never prose, titles or paths. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** The app's log. */
export type EventLog = {
  /** Logs an event under a code such as `library-opened`. */
  readonly logEvent: (code: string, facts?: LogFields) => void;
  /** Logs a bug. Returns a short reference (8 hex digits), which the person can report and which appears in the log. */
  readonly logError: (where: string, error: unknown) => string;
};

const MAX_BYTES = 1_000_000;

/** Opens the log `once.log` in a folder. Rotates it at 1 MB and keeps one old file. */
export function openEventLog(folder: string): EventLog {
  const logger = log.create({ logId: 'once' });
  logger.transports.console.level = false;
  const { file } = logger.transports;
  file.level = 'info';
  file.maxSize = MAX_BYTES;
  file.format = '{iso} {level} {text}';
  file.resolvePathFn = () => path.join(folder, 'once.log');
  return {
    logEvent: (code, facts = {}) => logger.info(line(code, facts)),
    logError: (where, error) => {
      const reference = randomBytes(4).toString('hex');
      logger.error(line('unexpected', { where, reference, ...errorFields(error) }));
      return reference;
    },
  };
}

const line = (code: string, facts: LogFields): string =>
  [code, ...Object.entries(facts).map(([key, value]) => `${key}=${value}`)].join(' ');

const FRAME = /([\w.-]+\.(?:js|cjs|ts):\d+:\d+)\)?$/;

/**
 * An error's name, code and top stack frames, for the log. Omits the message, which may quote a person's text or a
 * path. For a thrown value that is no Error, only its type.
 */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .flatMap((text) => FRAME.exec(text)?.[1] ?? [])
    .slice(0, 4);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { error: error.name, code, at: frames.join('<') };
}
