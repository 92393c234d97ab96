/** What has to be said about the library that is open, above every screen. */
export const LibraryBanner = () => null;
