import { utf8Text } from "#lib/base/bytes.ts";
import { refused, type Result } from "#lib/base/result.ts";
import { hasMimeHeader } from "./bare-entity.ts";
import { cardType, cardVersion, checkCard, type Card, type CardProblem } from "./card.ts";
import { leavesOf } from "./entity-leaf.ts";
import { splitEntity } from "./entity-tree.ts";
import { isRecord, parseJson } from "./referenced-attachments.ts";

const maximumCardBytes = 64 * 1024;

/**
 * The card of a decrypted body.
 *
 * @problem CARD_UNREADABLE when it is no entity of a card.
 * @problem CARD_FIELD_INVALID when a field of it is outside of its bounds.
 */
export function parseCard(bytes: Uint8Array): Result<Card, CardProblem> {
  if (bytes.length > maximumCardBytes || !hasMimeHeader(bytes)) return refused({ code: "CARD_UNREADABLE", facts: {} });

  const tree = splitEntity(bytes);
  const leaf = tree.ok ? leavesOf(tree.value).find(({ contentType }) => contentType.value === cardType) : undefined;
  const document = leaf === undefined ? undefined : parseJson(utf8Text(leaf.contents));
  if (!isRecord(document) || document["version"] !== cardVersion)
    return refused({ code: "CARD_UNREADABLE", facts: {} });

  const { version: _, ...card } = document;
  return checkCard(card);
}
