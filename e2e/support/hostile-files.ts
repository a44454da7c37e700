/** A file that was made to run where it is opened, or to be saved where it does harm. */
export interface HostileFile {
  readonly mediaType: string;
  readonly name: string;
  /** Under which it is to be saved. */
  readonly safeName: string;
  readonly contents: Buffer;
}

const script = "top.hostileRan=1;opener&&(opener.hostileRan=1)";
const html = `<!doctype html><title>x</title><script>${script}</script><img src=x onerror="${script}">`;
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="${script}"><script>${script}</script></svg>`;
const xhtml = `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>${script}</script></html>`;
const mht = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=m\r\n\r\n--m\r\nContent-Type: text/html\r\n\r\n${html}\r\n--m--\r\n`;
const pdf = `%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n${html}\n%%EOF`;

function file(mediaType: string, [name, safeName]: readonly [string, string], contents: string | Buffer): HostileFile {
  return { mediaType, name, safeName, contents: Buffer.from(contents) };
}

/** Media types that a browser would show and run, under honest names. */
const running = [
  file("image/svg+xml", ["drawing.svg", "drawing.svg"], svg),
  file("text/html", ["page.html", "page.html"], html),
  file("application/xhtml+xml", ["page.xhtml", "page.xhtml"], xhtml),
  file("multipart/x-mixed-replace", ["stream.html", "stream.html"], html),
  file("application/x-mimearchive", ["archive.mht", "archive.mht"], mht),
  file("text/xml", ["sheet.xml", "sheet.xml"], `<?xml-stylesheet href="data:text/xsl,${script}"?><x/>`),
  file("application/javascript", ["code.js", "code.js"], script),
  file("application/pdf", ["paper.pdf", "paper.pdf"], pdf),
];

/** What is one thing to one program and another to the next. */
const polyglots = [
  file("image/gif", ["dot.gif", "dot.gif"], `GIF89a/*${"\u0000".repeat(8)}*/=0;${script}`),
  file(
    "image/jpeg",
    ["photo.jpg", "photo.jpg"],
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(html)]),
  ),
  file(
    "image/png",
    ["photo.png", "photo.png"],
    Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.from(html)]),
  ),
  file("application/pdf", ["paper.html.pdf", "paper.html.pdf"], `${html}\n${pdf}`),
  file("application/java-archive", ["applet.gif", "applet.gif"], `GIF89a${"\u0000".repeat(8)}PK\u0003\u0004${html}`),
  file("text/plain", ["utf7.txt", "utf7.txt"], `+ADw-script+AD4-${script}+ADw-/script+AD4-`),
];

/** Names that would leave the folder, hide, lie about what they are, or mean a device. */
const names: readonly (readonly [string, string])[] = [
  ["../../etc/passwd", "passwd"],
  ["..\\..\\Windows\\System32\\x.html", "x.html"],
  ["C:\\Users\\Public\\x.html", "x.html"],
  ["/dev/null", "null"],
  ["file:///etc/shadow", "shadow"],
  ["%2e%2e%2fetc%2fpasswd.html", "%2e%2e%2fetc%2fpasswd.html"],
  ["invoice\u202egpj.exe", "invoicegpj.exe"],
  ["\u2066safe\u2069.svg", "safe.svg"],
  ["nul\u0000.html", "_nul.html"],
  ["line\r\nX-Evil: 1\r\n\r\nbreak.html", "line X-Evil_ 1 break.html"],
  ["aux", "_aux"],
  ["COM1.svg", "_COM1.svg"],
  [".htaccess", "htaccess"],
  ["-rf.html", "rf.html"],
  ["~/.bashrc", "bashrc"],
  ["page.html. . .", "page.html"],
  [`"><img src=x onerror=${script}>.html`, `___img src=x onerror=${script}_.html`],
  ["stream.html::$DATA", "stream.html__$DATA"],
  [`${"a".repeat(5_000)}.svg`, `${"a".repeat(196)}.svg`],
  ["", "message.html"],
];

export const hostileFiles: readonly HostileFile[] = [
  ...running,
  ...polyglots,
  ...names.map((name) => file("text/html", name, html)),
];

/** A multipart entity of a text with a subject, named fields and files, as a hostile program writes it by hand. */
export function hostileEntity({
  subject,
  fields = [],
  text,
  files = [],
}: {
  readonly subject: string;
  readonly fields?: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly files?: readonly HostileFile[];
}): string {
  const plain = (parameters: string, body: string) =>
    `--h\r\nContent-Type: text/plain; charset=utf-8${parameters}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(body)}\r\n`;
  return [
    `Subject: =?utf-8?B?${Buffer.from(subject).toString("base64")}?=\r\n`,
    "Content-Type: multipart/mixed; boundary=h\r\n\r\n",
    plain("; x-fortnight=fields", fields.map(([name, value]) => `${name}: ${value}`).join("\n")),
    plain("", text),
    ...files.map(
      ({ mediaType, name, contents }) =>
        `--h\r\nContent-Type: ${mediaType}\r\nContent-Disposition: inline; filename*=utf-8''${encodeURIComponent(name)}\r\n` +
        `Content-Transfer-Encoding: base64\r\n\r\n${base64(contents)}\r\n`,
    ),
    "--h--\r\n",
  ].join("");
}

function base64(contents: string | Buffer): string {
  return Buffer.from(contents).toString("base64").replaceAll(/.{76}/g, "$&\r\n");
}
