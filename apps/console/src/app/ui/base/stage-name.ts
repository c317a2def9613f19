/** `Legals` of `B Legals`: the letter orders the stages in a sheet, and says nothing where one stands by itself. */
export const stageName = (stage: string): string => stage.replace(/^[A-H] /, '');
