/** Short names for what stands often in a script of which every byte is the page's time. */

/** Runs a task after so long, ms; gives back what cancels it. */
export function later(task: () => void, ms: number): number {
  return window.setTimeout(task, ms);
}

/** Ends a timer, once or repeating; 0 is none. */
export function cancel(timer: number | undefined): void {
  clearTimeout(timer);
}
