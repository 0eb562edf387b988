/** Waits until something holds; fails when it does not come to hold in time. */
export async function until(condition: () => boolean, milliseconds = 2_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!condition()) {
    if (performance.now() > end) throw new Error('it did not come');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Long enough for every recheck that an event sets off to have run. */
export const quiet = () => new Promise((resolve) => setTimeout(resolve, 150));
