/**
 * Request headers that only our own HTTP front sets, before Next sees the request. It removes them from whatever
 * comes from outside.
 */
export const internalHeaders = {
  /** The address of the client, for rate limits: the socket's, or the last hop that a trusted proxy has seen. */
  clientAddress: "x-fortnight-client-address",
  /** The nonce of this response's content security policy, in base64. */
  nonce: "x-fortnight-nonce",
} as const;
