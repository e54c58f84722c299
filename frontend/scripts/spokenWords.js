/**
 * An ESLint rule: what the page says comes from words/, in every language.
 *
 * Reported is text that a person would read or hear and that stands in the code:
 * - as a child of an element, also where an expression chooses between texts;
 * - in a property or attribute that is shown, such as `aria-label` and `title` (the list below);
 * - in what is assigned to `textContent` or `document.title`;
 * - two words or more anywhere else, save what only a programmer reads: errors that are thrown, class names,
 *   selectors and styles.
 */

const SHOWN = new Set([
  ...["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "alt"],
  ...["title", "subtitle", "label", "placeholder", "caption", "heading", "hint", "message"],
  ...["description", "summary", "aside", "empty", "question", "sentence", "reading"],
]);

const ASSIGNED = new Set(["textContent", "innerText", "title"]);

/** Attributes and properties whose text is for the machine, whatever it looks like. */
const SILENT =
  /^(className|classNames|style|d|viewBox|points|transform|font|key|data-.*|test-?id)$/i;

const WORD = /\p{L}{2,}/u;
const WORDS = /\p{L}{2,}[,;:.]? \p{L}{2,}/u;

/** Functions whose text is for the machine: selectors and media queries. */
const UNHEARD = /^(matches|closest|querySelector(All)?|matchMedia|useMediaQuery)$/;

/** A value of CSS, a selector or a list of class names: nothing that is said. */
const MACHINE = /var\(--|\d(px|em|rem|ms|s|%)\b|[[\]#>]|^\.|\bauto\b/;

/** The texts that an expression may come to. */
function* texts(node) {
  switch (node?.type) {
    case "Literal":
      if (typeof node.value === "string") yield { node, text: node.value };
      break;
    case "TemplateLiteral":
      yield { node, text: node.quasis.map(({ value }) => value.cooked ?? "").join("0") };
      for (const part of node.expressions) yield* texts(part);
      break;
    case "ConditionalExpression":
      yield* texts(node.consequent);
      yield* texts(node.alternate);
      break;
    case "LogicalExpression":
      yield* texts(node.left);
      yield* texts(node.right);
      break;
    case "BinaryExpression":
      if (node.operator !== "+") break;
      yield* texts(node.left);
      yield* texts(node.right);
      break;
    case "JSXExpressionContainer":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      yield* texts(node.expression);
      break;
  }
}

function nameOf(key) {
  if (key.type === "JSXNamespacedName") return `${key.namespace.name}:${key.name.name}`;
  return key.name ?? (typeof key.value === "string" ? key.value : null);
}

/** Whether what stands at this node is read by programmers alone. */
function isSilent(node) {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    switch (parent.type) {
      case "ImportDeclaration":
      case "ImportExpression":
      case "ExportNamedDeclaration":
      case "ExportAllDeclaration":
        if (parent.source === at) return true;
        break;
      case "ThrowStatement":
      case "TSLiteralType":
        return true;
      case "NewExpression":
        if (/Error|Malformed|Broken/.test(parent.callee.name ?? "")) return true;
        break;
      case "CallExpression":
        if (parent.callee.object?.name === "console") return true;
        if (UNHEARD.test(parent.callee.property?.name ?? parent.callee.name ?? "")) return true;
        break;
      case "Property":
      case "JSXAttribute": {
        const key = parent.type === "Property" ? parent.key : parent.name;
        if (parent.value === at && SILENT.test(nameOf(key) ?? "")) return true;
        break;
      }
    }
  }
  return false;
}

export default {
  meta: {
    type: "problem",
    docs: { description: "What the page says comes from words/, in every language." },
    messages: { untranslated: '"{{text}}" is said in one language only. Put it into words/.' },
    schema: [
      {
        type: "object",
        properties: { names: { type: "array", items: { type: "string" } } },
        additionalProperties: false,
      },
    ],
  },

  create(context) {
    const names = context.options[0]?.names ?? [];
    const reported = new Set();

    function report(node, text) {
      if (reported.has(node)) return;
      reported.add(node);
      context.report({
        node,
        messageId: "untranslated",
        data: { text: text.trim().replaceAll(/\s+/g, " ").slice(0, 60) },
      });
    }

    function refuse(node) {
      for (const { node: found, text } of texts(node)) {
        const rest = names.reduce((left, name) => left.replaceAll(name, ""), text);
        if (WORD.test(rest)) report(found, text);
      }
    }

    function refuseSentence(node, text) {
      if (WORDS.test(text) && !MACHINE.test(text) && !isSilent(node)) report(node, text);
    }

    return {
      JSXText(node) {
        const rest = names.reduce((left, name) => left.replaceAll(name, ""), node.value);
        if (WORD.test(rest)) report(node, node.value);
      },
      "JSXElement > JSXExpressionContainer": refuse,
      "JSXFragment > JSXExpressionContainer": refuse,
      JSXAttribute(node) {
        if (SHOWN.has(nameOf(node.name)) && node.value) refuse(node.value);
      },
      Property(node) {
        if (!node.computed && SHOWN.has(nameOf(node.key))) refuse(node.value);
      },
      AssignmentExpression(node) {
        const { left } = node;
        if (left.type === "MemberExpression" && ASSIGNED.has(left.property.name)) {
          refuse(node.right);
        }
      },
      "Literal:exit"(node) {
        if (typeof node.value === "string") refuseSentence(node, node.value);
      },
      "TemplateLiteral:exit"(node) {
        refuseSentence(node, node.quasis.map(({ value }) => value.cooked ?? "").join("0"));
      },
    };
  },
};
