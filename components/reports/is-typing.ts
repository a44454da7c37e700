/** Whether a key is meant for a field, or for a dialog that lies over the page: a letter typed there must move nothing. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=alertdialog]") !== null
  );
}
