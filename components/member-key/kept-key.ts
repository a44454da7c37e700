import { base64, parseBase64 } from "#lib/base/bytes.ts";

/** A private key as its owner exported it, still locked with their passphrase, on this device. */
export interface KeptKey {
  readonly fingerprint: string;
  /** Armoured or binary. */
  readonly privateKey: Uint8Array<ArrayBuffer>;
}

/** As much of `localStorage` as is needed; it may refuse. */
export type KeyStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const storageName = "fortnight key";

/** The key that is kept on this device, or null where there is none or storage is refused. */
export function readKeptKey(storage: KeyStorage | null): KeptKey | null {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(storageName) ?? "null");
    if (typeof stored !== "object" || stored === null || !("fingerprint" in stored) || !("key" in stored)) return null;
    const { fingerprint, key } = stored;
    if (typeof fingerprint !== "string" || !/^[0-9A-F]{40}$/.test(fingerprint) || typeof key !== "string") return null;
    const privateKey = parseBase64(key);
    return privateKey === null || privateKey.length === 0 ? null : { fingerprint, privateKey };
  } catch {
    return null;
  }
}

/** Keeps a key, in the place of the one before; false where the browser does not let it. */
export function keepKey(storage: KeyStorage | null, { fingerprint, privateKey }: KeptKey): boolean {
  try {
    if (storage === null) return false;
    storage.setItem(storageName, JSON.stringify({ fingerprint, key: base64(privateKey) }));
    return true;
  } catch {
    return false;
  }
}

export function forgetKey(storage: KeyStorage | null): void {
  try {
    storage?.removeItem(storageName);
  } catch {
    // What the browser does not let us touch, it did not let us keep either.
  }
}
