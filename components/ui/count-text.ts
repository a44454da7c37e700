/** `1 reader`, `37 readers`; `plural` where an s does not make it. */
export function countText(count: number, noun: string, plural = `${noun}s`): string {
  return `${String(count)} ${count === 1 ? noun : plural}`;
}
