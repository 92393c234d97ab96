/** Why a file could not be read as a COE. `detail` names the place and what is wrong there, never the text itself. */
export type FileFault =
  | { readonly reason: 'empty' }
  | { readonly reason: 'zero-filled' }
  | { readonly reason: 'wrong-encoding'; readonly detail: string }
  | { readonly reason: 'too-large'; readonly bytes: number }
  | { readonly reason: 'too-deep' }
  | { readonly reason: 'not-json'; readonly detail: string }
  | { readonly reason: 'not-a-coe'; readonly detail: string }
  | { readonly reason: 'newer-version'; readonly version: number }
  | { readonly reason: 'invalid'; readonly detail: string }
  | { readonly reason: 'wrong-name'; readonly id: string }
  /** It is encrypted, and damaged or under another key. */
  | { readonly reason: 'not-opened' }
  /** It lies in an encrypted library and is not encrypted, or was encrypted elsewhere. */
  | { readonly reason: 'not-sealed' };
