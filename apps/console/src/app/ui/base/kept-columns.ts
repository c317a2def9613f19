import { remember, remembered, rememberedUnder } from './memory';

const END = '_columns';
const under = (page: string) => `columns.${page}.`;

/** The parameter of the address that has the columns of a list or table. */
export const columnsParameter = (list: string): string => list + END;

export const isColumnsParameter = (name: string): boolean => name.endsWith(END);

/** The columns of a list that were chosen before; null or an empty text for those of the page. */
export const rememberedColumns = (page: string, list: string): string | null =>
  remembered(under(page) + list);

export const rememberColumns = (page: string, list: string, columns: string): void =>
  remember(under(page) + list, columns);

/** Those of all lists of a page, as parameters of its address. */
export const columnsOfPage = (page: string): Record<string, string> =>
  Object.fromEntries(
    rememberedUnder(under(page)).flatMap(([list, columns]) =>
      columns === '' ? [] : [[columnsParameter(list), columns]],
    ),
  );
