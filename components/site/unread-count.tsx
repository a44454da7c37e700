import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

/** From here on it is not counted. */
export const unreadCountedUpTo = 100;

/** How much is unread, beside the place where it can be read. */
export function UnreadCount({ count }: { readonly count: number }) {
  const text = count >= unreadCountedUpTo ? `${String(unreadCountedUpTo - 1)}+` : String(count);
  return (
    <span className="ml-1.5 rounded-sm bg-accent px-1.5 text-sm leading-tight font-medium text-on-accent tabular-nums">
      {text}
      <VisuallyHidden> unread</VisuallyHidden>
    </span>
  );
}
