import { TextField } from "#components/ui/text-field.tsx";

export interface EvidenceFieldProps {
  readonly id: string;
  readonly label: string;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onValueChange: (value: string) => void;
}

/** What shows that something is so: in clear, which is said. */
export function EvidenceField({ id, label, error, value, onValueChange }: EvidenceFieldProps) {
  return (
    <TextField
      id={id}
      label={label}
      hint={
        <>
          A link, a Message-ID, or one sentence. <strong className="text-ink">It is stored in clear</strong>: whoever
          gets hold of the server’s data can read it. Details belong into a message.
        </>
      }
      error={error}
      value={value}
      onChange={(event) => {
        onValueChange(event.target.value);
      }}
    />
  );
}
