import { attempt, DataMissing } from './data-missing.ts';

/**
 * What is opened for an operation, once for all operations of one shape. The operation is looked up first, since its key
 * is a text that takes time to put together; what is missing is remembered too.
 */
export function perShape<Op extends object, Value extends object>(
  open: (op: Op) => Value,
  keyOf: (op: Op) => string,
): (op: Op) => Value {
  const byOperation = new WeakMap<Op, Value | DataMissing>();
  const byShape = new Map<string, Value | DataMissing>();
  const find = (op: Op): Value | DataMissing => {
    const key = keyOf(op);
    let value = byShape.get(key);
    if (value === undefined) {
      value = attempt(() => open(op));
      byShape.set(key, value);
    }
    return value;
  };
  return (op) => {
    let value = byOperation.get(op);
    if (value === undefined) {
      value = find(op);
      byOperation.set(op, value);
    }
    if (value instanceof DataMissing) throw value;
    return value;
  };
}
