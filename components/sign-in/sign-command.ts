/**
 * What to run in a terminal: gpg signs the challenge with the key that it names, wherever that key lives.
 *
 * @param challenge - Lines of printable ASCII, as the portal hands them out.
 * @param fingerprint - 40 hexadecimal digits.
 */
export function signCommand(challenge: string, fingerprint: string): string {
  const word = delimiterFor(challenge);
  // Quoted, so that the shell takes the text as it is, whatever a hostile portal had put into it.
  return `gpg --local-user ${fingerprint} --clearsign <<'${word}'\n${challenge}\n${word}`;
}

/** A word that is no line of the text, so that nothing after it could run as a command. */
function delimiterFor(challenge: string): string {
  const lines = new Set(challenge.split("\n"));
  let word = "CHALLENGE";
  while (lines.has(word)) word += "_END";
  return word;
}
