export function electronExecutable(): string;
export function electronLaunchArgs(): string[];
