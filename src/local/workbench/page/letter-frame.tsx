// HTML that somebody wrote, in a frame that runs no script and loads nothing.
import { useRef } from 'preact/hooks';

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";
const look =
  'body{margin:0;padding:4px 2px 12px;font:14px/1.5 Arial,sans-serif;color:#1f1f1f;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}blockquote{margin:0 0 0 8px;padding-left:8px;border-left:2px solid #ccc;color:#555}';

/** Elements that lead elsewhere, run or hold something foreign. The frame's policy forbids them too. */
const unwanted =
  'script, meta, base, link, iframe, frame, frameset, object, embed, portal, form > :is(input, button)';

/** Attributes by which a page loads something without being asked. */
const loading = ['src', 'srcset', 'background', 'poster', 'ping'];

function tamed(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const one of page.querySelectorAll(unwanted)) one.remove();
  for (const name of loading)
    for (const one of page.querySelectorAll(`[${name}]`))
      if (!/^data:image\//i.test(one.getAttribute(name) ?? '')) one.removeAttribute(name);
  const styles = [...page.head.querySelectorAll('style')].map(({ outerHTML }) => outerHTML);
  return styles.join('') + page.body.innerHTML;
}

/** `allow-same-origin` without `allow-scripts`: the page may measure the frame, the frame can do nothing. */
export function LetterFrame({ html }: { readonly html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const fit = (): void => {
    const page = frame.current?.contentDocument?.documentElement;
    if (frame.current && page) frame.current.style.height = `${Math.min(page.scrollHeight, 20_000)}px`;
  };
  const whole = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><style>${look}</style>${tamed(html)}`;
  return (
    <iframe
      ref={frame}
      class="letter-frame"
      title="The mail's text"
      sandbox="allow-same-origin"
      srcdoc={whole}
      onLoad={fit}
    />
  );
}
