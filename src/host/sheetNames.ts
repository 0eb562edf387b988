/** Excel takes no longer names. */
const LONGEST_NAME = 31;

/** The name itself, or with a number where a sheet of that name exists: what is somebody else's is never touched. */
export function freeName(name: string, taken: readonly string[]): string {
  const names = new Set(taken.map((one) => one.toLowerCase()));
  let free = name;
  for (let number = 2; names.has(free.toLowerCase()); number += 1) {
    const suffix = ` (${number})`;
    free = name.slice(0, LONGEST_NAME - suffix.length) + suffix;
  }
  return free;
}
