import { createServer } from "node:net";

/** Whether nobody listens on this port of the loopback interface. */
export async function isFree(port: number): Promise<boolean> {
  return (await portOfTrial(port)) !== null;
}

/** A port of the loopback interface that the system says is free at this moment. */
export async function firstFreePort(): Promise<number> {
  const port = await portOfTrial(0);
  if (port === null) throw new Error("no free port on the loopback interface");
  return port;
}

function portOfTrial(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const trial = createServer();
    trial.once("error", () => {
      resolve(null);
    });
    trial.listen(port, "127.0.0.1", () => {
      const address = trial.address();
      trial.close(() => {
        resolve(typeof address === "object" && address !== null ? address.port : null);
      });
    });
  });
}
