/** Runs once after the browser tests. */
export default async function stop() {
  await globalThis.stopE2e?.();
}
