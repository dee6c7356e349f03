/** Access to parsed JSON of unknown shape: own properties only, mixed types coerced, never a throw. */

/** The value at a dotted path of own properties ("item.title"), undefined where there is none. */
export function at(value: unknown, path: string): unknown {
  let here = value;
  for (const key of path.split('.')) {
    if (typeof here !== 'object' || !here || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}

/** A string without the blanks around it, a finite number as a string; null for anything else and for "". */
export function asText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return `${value}`;
  return typeof value === 'string' ? value.trim() || null : null;
}

/** The text at a path, see `asText`. */
export function textAt(value: unknown, path: string): string | null {
  return asText(at(value, path));
}

/** True for true and "true": the page data mixes both. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/** The list itself, at most `max` entries of it; empty for anything else. */
export function list(value: unknown, max = 2000): unknown[] {
  return Array.isArray(value) ? value.slice(0, max) : [];
}

/** The value of a JSON string, as the page data nests them; null where it is not JSON. */
export function parsed(value: unknown): unknown {
  try {
    return JSON.parse(value as string);
  } catch {
    return null;
  }
}

/** An id of digits, as a string: numbers and strings occur. */
export function id(value: unknown): string | null {
  return /^\d{1,20}$/.exec(asText(value) ?? '')?.[0] ?? null;
}
