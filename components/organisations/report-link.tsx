import Link from "next/link";

export interface ReportLinkProps {
  readonly handle: string;
  /** Null where the viewer may not read it: then the handle leads nowhere. */
  readonly reportId: string | null;
}

/** A report by its handle. */
export function ReportLink({ handle, reportId }: ReportLinkProps) {
  const look = "inline-block min-h-6 font-mono text-[0.94em] whitespace-nowrap";
  if (reportId === null) return <span className={look}>{handle}</span>;
  return (
    <Link href={`/reports/${reportId}`} prefetch={false} className={`link ${look}`}>
      {handle}
    </Link>
  );
}
