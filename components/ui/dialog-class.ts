export const dialogBackdropClass = "fixed inset-0 z-40 bg-[oklch(0.12_0.02_245/0.55)]";
export const dialogPopupClass =
  "fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[min(34rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-lg border border-line bg-surface p-5 shadow-float outline-none sm:p-6";
