import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";

interface ReviewChangeProps {
  /** What would be changed, for those who hear the button alone. */
  readonly what: string;
  readonly onPress: () => void;
}

/** Back to where an answer was given. */
export function ReviewChange({ what, onPress }: ReviewChangeProps) {
  return (
    <button type="button" className="link min-h-6" onClick={onPress}>
      Change<VisuallyHidden> {what}</VisuallyHidden>
    </button>
  );
}
