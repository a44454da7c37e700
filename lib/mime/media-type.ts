const maximumTypeCharacters = 127;

/** `type/subtype` in lower case, or `application/octet-stream` where the text is not one (RFC 6838, section 4.2). */
export function mediaTypeOf(text: string): string {
  const type = text.trim().toLowerCase();
  const isType = type.length <= maximumTypeCharacters && /^[a-z0-9][\w!#$&^.+-]*\/[a-z0-9][\w!#$&^.+-]*$/.test(type);
  return isType ? type : "application/octet-stream";
}
