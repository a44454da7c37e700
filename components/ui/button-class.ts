import { cva, type VariantProps } from "class-variance-authority";

/** The look of a button, for anything that looks like one (`<Link className={buttonClass({ variant })}>`). */
export const buttonClass = cva(
  "inline-flex max-w-full cursor-pointer items-center justify-center gap-2 rounded-md border text-center leading-snug font-medium no-underline transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-default",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong aria-disabled:bg-accent-strong",
        secondary: "border-line-strong bg-surface text-ink hover:border-accent hover:text-accent",
        quiet: "border-transparent bg-transparent text-accent hover:bg-accent-soft hover:text-accent-strong",
        danger: "border-transparent bg-refusal text-on-accent hover:bg-refusal-strong",
      },
      size: {
        medium: "min-h-11 px-4 py-2",
        small: "min-h-8 px-2.5 py-1 text-sm",
      },
    },
    defaultVariants: { variant: "secondary", size: "medium" },
  },
);

export type ButtonLook = VariantProps<typeof buttonClass>;
