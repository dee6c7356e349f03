/** Short names for what stands often in a script of which every byte is the page's time. */

/** Runs a task after so long, ms; gives back what cancels it. */
export const later: (task: () => void, ms: number) => number = setTimeout;

/** Runs a task again and again, so long apart, ms; gives back what cancels it. */
export const every: (task: () => void, ms: number) => number = setInterval;

/** Ends a timer, once or repeating; 0 is none. */
export const cancel: (timer: number | undefined) => void = clearTimeout;
