// A plugin of Stryker's, which runs in its process.

/** Where clauses, warnings and policies are worded for people: another wording has no other outcome. */
const wordings = ["title", "text", "reason", "wrong", "mend", "source", "href"];

function isWording({ node, parent, parentPath }) {
  if (parent?.type !== "ObjectProperty" || parent.value !== node) return false;
  if (wordings.includes(parent.key.name)) return true;
  // The name of a policy, of the days that it avoids, or of the place where it makes things public.
  const besides = parentPath.parent.properties.map(({ key }) => key?.name);
  return parent.key.name === "name" && ["source", "href", "until"].some((name) => besides.includes(name));
}

/** What a bug is called where it throws is for whoever mends it, and nothing else looks at it. */
function isNameOfBug({ node, parent }) {
  return parent?.type === "NewExpression" && parent.callee.name === "Error" && parent.arguments[0] === node;
}

const sentences = {
  shouldIgnore(path) {
    const isText = path.node.type === "StringLiteral" || path.node.type === "TemplateLiteral";
    return isText && (isWording(path) || isNameOfBug(path)) ? "a sentence for people" : undefined;
  },
};

export const strykerPlugins = [{ kind: "Ignore", name: "sentences", value: sentences }];
