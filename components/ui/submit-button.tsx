"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "./button.tsx";

/** The button that sends the form around it; pending for as long as the form's action runs. */
export function SubmitButton({ variant = "primary", pending = false, ...rest }: Omit<ButtonProps, "type">) {
  const form = useFormStatus();
  return <Button {...rest} type="submit" variant={variant} pending={pending || form.pending} />;
}
