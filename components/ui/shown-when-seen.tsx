"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";

interface ShownWhenSeenProps {
  /** The room it takes, so that nothing moves when it comes. */
  readonly className: string;
  readonly children: ReactNode;
}

/** Renders what costs script only when its place comes into view. */
export function ShownWhenSeen({ className, children }: ShownWhenSeenProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isSeen, setSeen] = useState(false);

  useEffect(() => {
    const watched = place.current;
    if (isSeen || watched === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(watched);
    return () => {
      observer.disconnect();
    };
  }, [isSeen]);

  return (
    <div ref={place} className={className}>
      {isSeen ? children : null}
    </div>
  );
}
