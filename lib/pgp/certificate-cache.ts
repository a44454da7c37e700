import { openpgp } from "./library.ts";

/**
 * Certificates that have been read once. Reading one and verifying its own signatures costs more than encrypting to
 * it; both are done once for each content, while validity is judged anew at every use, by the instant given.
 */
export interface CertificateCache {
  /** The one certificate that these bytes hold, or null where they hold none, several, or a private key. */
  read: (certificate: Uint8Array) => Promise<openpgp.PublicKey | null>;
}

/** Gives each byte a character of its own, and a certificate sooner than a hash of it would be there. */
const byteText = new TextDecoder("windows-1252", { ignoreBOM: true });

/** An empty cache; the least recently used certificates leave it when there are more than `maximumCertificates`. */
export function createCertificateCache(maximumCertificates = 2000): CertificateCache {
  const certificates = new Map<string, Promise<openpgp.PublicKey | null>>();
  return {
    read(certificate) {
      const content = byteText.decode(certificate);
      const reading = certificates.get(content) ?? readOneCertificate(certificate);
      certificates.delete(content);
      certificates.set(content, reading);
      const [oldest] = certificates.keys();
      if (certificates.size > maximumCertificates && oldest !== undefined) certificates.delete(oldest);
      return reading;
    },
  };
}

async function readOneCertificate(certificate: Uint8Array): Promise<openpgp.PublicKey | null> {
  try {
    // A copy: what the library keeps must not change when the caller's memory does.
    const [key, ...others] = await openpgp.readKeys({ binaryKeys: new Uint8Array(certificate) });
    return key instanceof openpgp.PublicKey && !key.isPrivate() && others.length === 0 ? key : null;
  } catch {
    return null;
  }
}
