/** What the traces in a folder say about whom the app reached. */
export declare function readTraces(folder: string): {
  starts: number;
  calls: number;
  elsewhere: string[];
  routes: string[];
  listens: string[];
  unknown: string[];
};
