import type { ExecutionContext } from '@nestjs/common';

/**
 * What is declared on a handler and its controller, read once: guards run for every request, and decorators do not
 * change. A handler that two controllers inherit is read for each of them.
 */
export function perHandler<Value>(read: (context: ExecutionContext) => Value) {
  const known = new WeakMap<object, WeakMap<object, Value>>();
  return (context: ExecutionContext): Value => {
    const [controller, handler] = [context.getClass(), context.getHandler()];
    const kept = known.get(controller)?.get(handler);
    if (kept !== undefined) return kept;
    const value = read(context);
    known.set(controller, (known.get(controller) ?? new WeakMap<object, Value>()).set(handler, value));
    return value;
  };
}
