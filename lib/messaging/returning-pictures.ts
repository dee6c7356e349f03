/** Most small pictures that an undo brings back at once: about 20 MB in one message. */
export const MAX_RETURNING_PICTURES = 2000;
