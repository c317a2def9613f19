const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Whether bodies of requests of this method are looked at: then one may be refused for its type or size. */
export const mayHaveBody = (method: string): boolean => !WITHOUT_BODY.has(method.toUpperCase());
