/**
 * Does work and leaves how long it took among the worker's own performance entries, under a name
 * that a bench asks for. Nobody else can read them, and they are gone with the worker.
 */
export async function measured<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work();
  } finally {
    performance.measure(name, { start });
  }
}
