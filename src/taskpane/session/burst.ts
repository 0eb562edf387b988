/** Milliseconds. Together with reading and reviewing they must stay below the 100 ms in which findings follow an edit. */
const QUIET = 12;
const LONGEST = 50;

/**
 * Makes one run out of a burst of requests: it starts once none came for `QUIET` ms, at the latest `LONGEST` ms after
 * the first. Runs never overlap; requests that come during one lead to one more after it. The job must not reject.
 */
export class Burst {
  private timer: ReturnType<typeof setTimeout> | null = null;
  private first: number | null = null;
  private running = false;
  private again = false;

  constructor(private readonly job: () => Promise<void>) {}

  request(): void {
    if (this.running) {
      this.again = true;
      return;
    }
    const now = performance.now();
    this.first ??= now;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.run(), Math.max(0, Math.min(QUIET, this.first + LONGEST - now)));
  }

  /** Forgets what was requested; a run that has begun goes on. */
  cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.first = null;
    this.again = false;
  }

  private async run(): Promise<void> {
    this.timer = null;
    this.first = null;
    this.running = true;
    try {
      await this.job();
    } finally {
      this.running = false;
      if (this.again) {
        this.again = false;
        this.request();
      }
    }
  }
}
