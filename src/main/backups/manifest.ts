import { z } from 'zod';

/** The name of the manifest in a backup. It is the last entry. */
export const MANIFEST_NAME = 'once-backup.json';

/** Why a backup leaves out a file of the library. */
export const LEFT_OUT_REASONS = ['too-large', 'unreadable', 'not-a-file'] as const;

/**
 * The manifest of a backup. It lists each file with its size in bytes and SHA-256 in base64url, to verify the backup.
 */
export const manifestSchema = z.looseObject({
  format: z.literal('once-backup'),
  version: z.literal(1),
  libraryName: z.string(),
  madeAt: z.string(),
  coeCount: z.number().int().min(0),
  files: z.array(z.object({ name: z.string().max(1000), size: z.number().int().min(0), sha256: z.string().max(100) })),
  leftOut: z.array(z.object({ name: z.string().max(1000), reason: z.enum(LEFT_OUT_REASONS) })),
});
export type Manifest = z.infer<typeof manifestSchema>;
/** A file in a backup: its path in the zip, its size in bytes, and its hash in base64url. */
export type ManifestFile = Manifest['files'][number];
