/** Attachments that travel inside an entity, together, before base64. What is more becomes a body of its own. */
export const maximumInsideBytes = 256 * 1024;

/** Largest decrypted entity that is read: 25 MiB of attachments in base64, text and padding on top. */
export const maximumEntityBytes = 40 * 1024 * 1024;

/** Longest part that is shown as text; what is longer is a file to download. */
export const maximumTextBytes = 4 * 1024 * 1024;

/** Multiparts around a part. Mail programs need 4 or 5. */
export const maximumDepth = 20;

export const maximumParts = 1_000;

/** Header lines of an entity and all its parts; ten thousand are refused. */
export const maximumHeaderLines = 9_999;

/** Bytes of all header lines together. */
export const maximumHeaderBytes = 1024 * 1024;
