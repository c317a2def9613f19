const END = '_columns';

/** The parameter of the address that has the columns of a list or table. */
export const columnsParameter = (list: string): string => list + END;

export const isColumnsParameter = (name: string): boolean => name.endsWith(END);
