export const EXPORT = {
  label: 'Export',
  of: (title: string) => `Export ${title}`,
  formats: { csv: 'CSV', xlsx: 'Excel (XLSX)' },
  hints: { csv: 'for any program', xlsx: 'typed dates and numbers' },
} as const;
