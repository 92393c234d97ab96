/** Whether this computer lets a program be watched from below. */
export declare function canTrace(): boolean;
/** A program that runs another and writes down in a folder whom it reaches. */
export declare function tracedProgram(program: string, folder: string): string;
