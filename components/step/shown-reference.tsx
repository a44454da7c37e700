/** A link that can be followed, a Message-ID as it stands in mails, or a sentence. */
export function ShownReference({ text }: { readonly text: string }) {
  if (/^https?:\/\//i.test(text))
    return (
      <a href={text} target="_blank" rel="noopener noreferrer" className="link wrap-anywhere">
        {text}
      </a>
    );
  return (
    <span className={/^<[^\s<>]+>$/.test(text) ? "font-mono text-[0.9em] wrap-anywhere" : "wrap-anywhere"}>{text}</span>
  );
}
