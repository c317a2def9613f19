/** Whether a finger is what points: rows that are placed by their height are as high as the style sheet makes them then. */
export const isTouched = (): boolean => matchMedia('(pointer: coarse)').matches;
