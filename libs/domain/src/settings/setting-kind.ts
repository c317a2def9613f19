/** A setting of the whole installation: what it is when nobody changed it, what it may be, and how it reads. */
export interface SettingKind<Value> {
  /** Name in the history of changes. */
  readonly label: string;
  /** The value while nobody changed it. */
  readonly usual: Value;
  /**
   * The value, when it is right.
   *
   * @param value anything: it comes from outside
   * @throws InvalidSettingError or InvalidWeightsError naming every fault
   */
  readonly check: (value: unknown) => Value;
  /**
   * The value in a few words.
   *
   * @param count writes a number for the reader
   */
  readonly describe: (value: Value, count: (value: number) => string) => string;
}
