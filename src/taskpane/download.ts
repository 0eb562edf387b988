const TYPES: ReadonlyMap<string, string> = new Map([
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['zip', 'application/zip'],
  ['txt', 'text/plain;charset=utf-8'],
]);

const LONGEST_NAME = 80;

/** A name that every system takes for a file. */
export function fileName(name: string): string {
  const dot = name.lastIndexOf('.');
  const base = dot < 0 ? name : name.slice(0, dot);
  const safe = base.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, LONGEST_NAME);
  return `${safe === '' ? '未命名' : safe}${dot < 0 ? '' : name.slice(dot)}`;
}

/** `报送/自评表.xlsx` becomes `自评表（批注）.xlsx`. */
export function annotatedName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? `${name}（批注）.xlsx` : `${name.slice(0, dot)}（批注）${name.slice(dot)}`;
}

/** Gives the officer a file to keep. Nothing leaves the machine. */
export function saveFile(name: string, content: Uint8Array<ArrayBuffer> | string): void {
  const type = TYPES.get(name.slice(name.lastIndexOf('.') + 1)) ?? 'application/octet-stream';
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
