/** Why a file could not be read as a COE. `detail` says where and what is wrong, and never quotes the text. */
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
  /** It is encrypted, but damaged or with another key. */
  | { readonly reason: 'not-opened' }
  /** It is in an encrypted library but not encrypted, or encrypted elsewhere. */
  | { readonly reason: 'not-sealed' };
