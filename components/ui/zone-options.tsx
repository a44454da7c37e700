/** `option`s for every zone the browser knows, the likely ones first. */
export function ZoneOptions({ readerZone, chosen }: { readonly readerZone: string | null; readonly chosen: string }) {
  const likely = [...new Set(["UTC", ...(readerZone === null ? [] : [readerZone]), chosen])];
  const others = readerZone === null ? [] : Intl.supportedValuesOf("timeZone").filter((zone) => !likely.includes(zone));
  return (
    <>
      {likely.map((zone) => (
        <option key={zone} value={zone}>
          {zone === readerZone && zone !== "UTC" ? `${zone} (yours)` : zone}
        </option>
      ))}
      {others.length === 0 ? null : (
        <optgroup label="All zones">
          {others.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </optgroup>
      )}
    </>
  );
}
