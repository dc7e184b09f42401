export function failureLine(title: string, error: unknown): string;
