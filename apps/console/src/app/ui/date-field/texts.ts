export const DATE_FIELD = {
  placeholder: 'such as 28 Nov 2026',
  wrong: 'Write the date as 28 Nov 2026, 28/11/2026 or 2026-11-28.',
  open: (label: string) => `${label}: choose in a calendar`,
  calendar: (label: string) => `Calendar, ${label}`,
  earlier: 'Month before',
  later: 'Month after',
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  weekdayNames: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;
