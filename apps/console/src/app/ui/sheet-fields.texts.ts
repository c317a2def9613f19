export const SHEET_FIELDS = {
  placeholder: 'https://docs.google.com/spreadsheets/d/…',
  tab: 'Tab',
  tabPlaceholder: 'as in the address',
} as const;
