/** The room that the pictures and files of one copy may take together in its file, in base64. Texts need far less. */
export const MAX_SHARED_BASE64 = 4_000_000;

/** The room that the pictures and files of one COE that is published to a team may take together, in bytes. */
export const MAX_PUBLISHED_BYTES = 20_000_000;
