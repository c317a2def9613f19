export const COLUMN_MENU = {
  label: 'Columns',
  of: (title: string) => `Columns of ${title}`,
  standard: 'Standard columns',
} as const;
