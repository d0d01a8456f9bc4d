/** JSON and XML with indentation; any other text as it is. */
export function pretty(text: string): string {
  const start = text.trimStart();
  if (start.startsWith("<")) return prettyXml(text);
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

const leaf = /^<([^\s/>]+)[^>]*>[^<]*<\/\1\s*>$/;

/** One element to a line, indented by depth; an element with nothing but text stays on its line. */
function prettyXml(text: string): string {
  const parts = text.trim().match(/<([^\s/>!?]+)(?:\s[^>]*)?>[^<]*<\/\1\s*>|<[^>]+>|[^<]+/g) ?? [];
  let depth = 0;
  const lines: string[] = [];
  for (const part of parts.map((each) => each.trim()).filter(Boolean)) {
    if (part.startsWith("</")) depth = Math.max(0, depth - 1);
    lines.push("  ".repeat(depth) + part);
    const opens = part.startsWith("<") && !/^<[/!?]/.test(part) && !part.endsWith("/>") && !leaf.test(part);
    if (opens) depth += 1;
  }
  return lines.join("\n");
}
