/** `512 bytes`, `4.0 KiB`, `25.0 MiB`: for people, rounded to a tenth. */
export function byteCountText(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? "1 byte" : `${String(bytes)} bytes`;
  const kibibytes = bytes / 1024;
  return kibibytes < 1023.95 ? `${kibibytes.toFixed(1)} KiB` : `${(kibibytes / 1024).toFixed(1)} MiB`;
}
