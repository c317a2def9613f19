import type { AskedOfFindings } from '@app/domain';
import type { Ground } from '../asked/answers.service.js';
import { Recent } from '../http/recent.js';

/**
 * What was found on a ground, as long as that ground is the current one: neither the period nor the page of an answer
 * changes it.
 */
export class GroundMemory<Value> {
  private readonly grounds = new WeakMap<Ground, Recent<Value>>();

  /**
   * @param room total of the sizes that may be kept of one ground
   * @param sizeOf of a value
   */
  constructor(
    private readonly find: (ground: Ground, asked: AskedOfFindings) => Value,
    private readonly room: number,
    private readonly sizeOf: (value: Value) => number,
  ) {}

  of(ground: Ground, { asOf, filters, weights }: AskedOfFindings): Value {
    const asked = { asOf, filters, weights };
    const recent = this.grounds.get(ground) ?? new Recent<Value>(this.room);
    this.grounds.set(ground, recent);
    const key = JSON.stringify(asked);
    const value = recent.get(key) ?? this.find(ground, asked);
    recent.set(key, value, this.sizeOf(value));
    return value;
  }
}
