/** What others write holds within 2 s; the product looks again after a moment. */
const NOTICED_MS = 600;

/** Waits until the product has noticed what a test wrote to the database behind its back. */
export const noticed = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, NOTICED_MS));
