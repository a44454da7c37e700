// A plugin of Stryker's, which runs in its process.

/** Where clauses and warnings are worded for people: another wording is another text, and no other outcome. */
const wordings = ["title", "text", "reason", "wrong", "mend"];

function isWording({ node, parent }) {
  return parent?.type === "ObjectProperty" && parent.value === node && wordings.includes(parent.key.name);
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
