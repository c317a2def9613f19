export const EXPORT = {
  label: 'Export',
  of: (title: string) => `Export ${title}`,
  /** Of what can be printed, too. */
  orPrint: { label: 'Export or print', of: (title: string) => `Export or print ${title}` },
  print: 'Print',
  printHint: 'or as PDF',
  formats: { csv: 'CSV', xlsx: 'Excel (XLSX)' },
  hints: { csv: 'for any program', xlsx: 'typed dates and numbers' },
} as const;
