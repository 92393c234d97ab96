export const packagedProgram: string;
export const packagedProgramForTests: string;
export function makePackagedForTests(): Promise<void>;
