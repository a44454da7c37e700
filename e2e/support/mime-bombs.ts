const attachment = '--b\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\na\r\n';

/** MIME entities that are small to send and were made to cost much to read. */
export const mimeBombs = {
  "nested 1,000 deep": Array.from({ length: 1_000 }, (_, depth) => {
    const boundary = `b${String(depth)}`;
    return `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n--${boundary}\r\n`;
  }).join(""),
  "10,000 headers": `Content-Type: text/plain\r\n${"X-Filler: y\r\n".repeat(10_000)}\r\nhello`,
  "10,000 attachments": `Content-Type: multipart/mixed; boundary=b\r\n\r\n${attachment.repeat(10_000)}--b--\r\n`,
} as const;
