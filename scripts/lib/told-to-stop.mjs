const LOOK_EVERY_MS = 500;

/** Calls back when this command is to end: interrupted, terminated, or left behind by what started it. */
export function whenToldToStop(stop) {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(signal));
  // npm hands a signal to its shell, which dies of it and tells nobody: being adopted means the same.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop('SIGTERM'), LOOK_EVERY_MS).unref();
}
