/** Runs jobs one after the other, in the order they came; a failing job does not stop the next. */
export type Queue = <T>(job: () => Promise<T>) => Promise<T>;

/** A queue of its own. Two commands must not interleave between the two stores. */
export function createQueue(): Queue {
  let tail: Promise<unknown> = Promise.resolve();
  return (job) => {
    const run = tail.then(job);
    tail = run.catch(() => undefined);
    return run;
  };
}
