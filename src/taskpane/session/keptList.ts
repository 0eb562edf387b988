import type { WorkbookHost } from '../../host/host';

/** A list that travels with the workbook, in a setting of its own; what is stored there is never trusted. */
export class KeptList<T> {
  private held: readonly T[] = [];

  constructor(
    private readonly host: WorkbookHost,
    private readonly setting: string,
    private readonly read: (stored: unknown) => readonly T[],
  ) {}

  get entries(): readonly T[] {
    return this.held;
  }

  async load(): Promise<void> {
    this.held = await this.stored();
  }

  /**
   * Changes what the workbook holds by now, to which a co-author may have added since it was read; rejects with a
   * `HostError`, and forgets the change again, when the workbook can't keep it.
   */
  async change(change: (entries: readonly T[]) => readonly T[]): Promise<void> {
    const entries = change(await this.stored());
    await this.host.saveSetting(this.setting, entries);
    this.held = entries;
  }

  private async stored(): Promise<readonly T[]> {
    return this.read(await this.host.loadSetting(this.setting));
  }
}
