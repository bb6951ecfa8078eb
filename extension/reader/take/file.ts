// Files and the clipboard.

/** A file as the browser's own downloads take it. */
export function save(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the file by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const LONGEST = 80;

/** A name that every file system takes. */
export function fileName(title: string | null, extension: string): string {
  const name = (title ?? '')
    .replace(/[\p{C}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|\.+$/g, '');
  return `${[...name].slice(0, LONGEST).join('').trim() || 'article'}.${extension}`;
}
