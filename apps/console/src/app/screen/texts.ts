import { TEXTS } from '../ui/texts';

export const SCREEN = {
  reading: 'Reading the numbers',
  subtitle: (view: string, period: string, asOf: string, people: readonly string[]) =>
    [view, period, ...people.map((name) => name || TEXTS.unassigned), `as of ${asOf}`].join(' · '),
  empty: {
    title: 'No deal in this view yet',
    uploader: 'Upload the sales sheet of this view: a minute later its numbers stand here.',
    master: 'Master adds up the other views. As soon as one of them has data, its numbers stand here.',
    reader: 'Nobody has uploaded the sheet of this view. Ask somebody who may upload, or a super admin.',
    act: 'Go to the data page',
  },
} as const;
