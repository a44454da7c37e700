import { Button } from "#components/ui/button.tsx";
import { Fingerprint } from "#components/ui/fingerprint.tsx";
import { Icon } from "#components/ui/icon.tsx";

export interface KeptKeyLineProps {
  readonly fingerprint: string;
  readonly onForget: () => void;
  readonly onOther: () => void;
}

/** The key that is kept on this device, and the ways around it. */
export function KeptKeyLine({ fingerprint, onForget, onOther }: KeptKeyLineProps) {
  return (
    <div className="rounded-md border border-line bg-sunken px-4 py-3">
      <p className="flex items-center gap-2 font-medium">
        <Icon name="key" className="size-5 text-accent" />
        Key kept on this device
      </p>
      <p className="mt-1">
        <Fingerprint value={fingerprint} />
      </p>
      <p className="mt-2 flex flex-wrap gap-2">
        <Button size="small" onClick={onOther}>
          Use another key
        </Button>
        <Button size="small" onClick={onForget}>
          Forget this key
        </Button>
      </p>
    </div>
  );
}
