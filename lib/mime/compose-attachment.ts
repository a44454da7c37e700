import { binaryPart, multipartMixed } from "./body-part.ts";
import type { OutgoingAttachment } from "./entity.ts";
import { padEntity } from "./padding.ts";

/**
 * The entity of one large attachment, which is a body of its own: a multipart with one part whose contents stand in
 * it byte for byte, padded to exactly a {@link paddedSize}. `parseEntity` gives the attachment back.
 */
export function composeAttachment({ name, mediaType, contents }: OutgoingAttachment): Uint8Array<ArrayBuffer> {
  return padEntity(multipartMixed(["MIME-Version: 1.0"], "", [binaryPart(name, mediaType, contents)]));
}
