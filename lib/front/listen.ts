import { once } from "node:events";
import type { Server } from "node:http";

/** Listens on each address; of several, those that this machine does not have (no IPv6, say) are left out. */
export async function listenOn(servers: ReadonlyMap<string, Server>, port: number): Promise<readonly Server[]> {
  const listening: Server[] = [];
  for (const [address, server] of servers) {
    try {
      await listen(server, address, port);
      listening.push(server);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isMissing = code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT";
      if (!isMissing || servers.size === 1) throw error;
    }
  }
  return listening;
}

async function listen(server: Server, address: string, port: number): Promise<void> {
  server.listen({ port, host: address });
  await once(server, "listening");
}
