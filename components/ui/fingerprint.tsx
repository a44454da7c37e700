export interface FingerprintProps {
  /** Hexadecimal digits without spaces. */
  readonly value: string;
}

/** A fingerprint in groups of four, as gpg prints it: never shortened, because a short one can be forged. */
export function Fingerprint({ value }: FingerprintProps) {
  const groups = value.match(/.{1,4}/g) ?? [];
  const middle = Math.ceil(groups.length / 2);
  return (
    <span className="inline-flex flex-wrap gap-x-[1.2ch] font-mono text-[0.9em] tabular-nums">
      <span className="whitespace-nowrap">{groups.slice(0, middle).join(" ")} </span>
      <span className="whitespace-nowrap">{groups.slice(middle).join(" ")}</span>
    </span>
  );
}
