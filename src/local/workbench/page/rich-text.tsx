// The little HTML that texts on Google's cards know; every other tag is shown as it is written.
import type { ComponentChildren } from 'preact';

const tags = [
  'b',
  'strong',
  'i',
  'em',
  'u',
  's',
  'strike',
  'code',
  'font',
  'a',
  'br',
  'p',
  'ul',
  'ol',
  'li',
] as const;
type Tag = (typeof tags)[number];

const token = new RegExp(`<(/?)(${tags.join('|')})(\\s[^<>]*)?/?>|\\n`, 'gi');

interface Open {
  readonly tag: Tag | null;
  readonly attributes: string;
  readonly children: ComponentChildren[];
}

export function RichText({ text }: { readonly text: string }) {
  const root: Open = { tag: null, attributes: '', children: [] };
  const stack: Open[] = [root];
  const top = (): Open => stack[stack.length - 1] ?? root;
  const close = (): void => {
    const closed = stack.pop();
    if (closed) top().children.push(element(closed));
  };
  /** An end without its beginning is left out; what was opened within is closed with it. */
  const closeUpTo = (tag: Tag): void => {
    if (!stack.some((one) => one.tag === tag)) return;
    while (top().tag !== tag) close();
    close();
  };
  let at = 0;
  for (const match of text.matchAll(token)) {
    if (match.index > at) top().children.push(unescaped(text.slice(at, match.index)));
    at = match.index + match[0].length;
    const [whole, slash, name = '', attributes = ''] = match;
    const tag = name.toLowerCase() as Tag;
    if (whole === '\n' || tag === 'br') top().children.push(<br />);
    else if (!slash) stack.push({ tag, attributes, children: [] });
    else closeUpTo(tag);
  }
  if (at < text.length) top().children.push(unescaped(text.slice(at)));
  while (stack.length > 1) close();
  return <>{root.children}</>;
}

function element({ tag, attributes, children }: Open): ComponentChildren {
  switch (tag) {
    case 'b':
    case 'strong':
      return <b>{children}</b>;
    case 'i':
    case 'em':
      return <i>{children}</i>;
    case 'u':
      return <u>{children}</u>;
    case 's':
    case 'strike':
      return <s>{children}</s>;
    case 'code':
      return <code>{children}</code>;
    case 'font':
      return <span style={{ color: colourIn(attributes) }}>{children}</span>;
    case 'a':
      return <Link url={linkIn(attributes)}>{children}</Link>;
    case 'p':
      return <p>{children}</p>;
    case 'ul':
      return <ul>{children}</ul>;
    case 'ol':
      return <ol>{children}</ol>;
    case 'li':
      return <li>{children}</li>;
    default:
      return children;
  }
}

const colourIn = (attributes: string): string =>
  /color=["']?(#[0-9a-f]{3,8}|[a-z]+)/i.exec(attributes)?.[1] ?? 'inherit';

/** Only what a person could mean to open. */
export function safeLink(url: string): string | null {
  return /^(https?:|mailto:)/i.test(url) ? url : null;
}

interface LinkProps {
  readonly url: string;
  readonly look?: string;
  readonly children: ComponentChildren;
}

/** A link to a place that is not safe to open is only its words. */
export function Link({ url, look = '', children }: LinkProps) {
  const href = safeLink(url);
  if (href === null) return <span class={look}>{children}</span>;
  return (
    <a class={look} href={href} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}

const linkIn = (attributes: string): string =>
  unescaped(/href=["']([^"']*)["']/i.exec(attributes)?.[1] ?? '');

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[name] ?? whole;
  });
}

/** The words alone, for those who hear them. */
export const plainOf = (text: string): string =>
  unescaped(text.replace(token, ' ').replace(/\s+/g, ' ')).trim();
