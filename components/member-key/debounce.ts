/** Something that is done once things have been quiet for a while, however often it is asked for. */
export interface Debounced {
  readonly ask: () => void;
  readonly stop: () => void;
}

/** Runs `act` once nobody has asked for `quietMs`; never twice at the same time. */
export function debounce(act: () => Promise<void>, quietMs: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = Promise.resolve();
  return {
    ask() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        running = running.then(act);
      }, quietMs);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
