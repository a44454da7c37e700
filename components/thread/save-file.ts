/** Long enough for the slowest browser to have begun to save. */
const revokeAfterMs = 60_000;

/** Has the browser save bytes under a name. The type is one that no browser shows, whatever the sender claimed. */
export function saveFile(name: string, contents: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([contents], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, revokeAfterMs);
}
