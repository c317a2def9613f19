/** What stands for a person where the product did something by itself. */
const ITSELF = 'installation';

/** Who did something; null where nobody did. */
export const authorOf = (by: string): string | null => (by === ITSELF ? null : by);
