/** A setting that cannot be used; `faults` names each fault in a sentence. */
export class InvalidSettingError extends Error {
  override readonly name = 'InvalidSettingError';

  constructor(readonly faults: readonly string[]) {
    super(faults.join(' '));
  }
}
