/** Goes to a place of this page by its id, unfolds what it is in and what it is, and takes the focus there. */
export function jumpTo(id: string): boolean {
  const place = document.getElementById(id);
  if (place === null) return false;
  const own = place.querySelector<HTMLDetailsElement>(":scope > details");
  if (own !== null) own.open = true;
  for (
    let around = place.closest("details");
    around !== null;
    around = around.parentElement?.closest("details") ?? null
  )
    around.open = true;
  place.scrollIntoView();
  place.focus({ preventScroll: true });
  return true;
}
