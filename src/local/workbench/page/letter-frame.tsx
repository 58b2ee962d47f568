// HTML that somebody wrote, in a frame that runs no script and loads nothing.
import { useRef } from 'preact/hooks';

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";
const look =
  'body{margin:0;padding:4px 2px 12px;font:14px/1.5 Arial,sans-serif;color:#1f1f1f;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}blockquote{margin:0 0 0 8px;padding-left:8px;border-left:2px solid #ccc;color:#555}';

/** `allow-same-origin` without `allow-scripts`: the page may measure the frame, the frame can do nothing. */
export function LetterFrame({ html }: { readonly html: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const fit = (): void => {
    const page = frame.current?.contentDocument?.documentElement;
    if (frame.current && page) frame.current.style.height = `${Math.min(page.scrollHeight, 20_000)}px`;
  };
  const whole = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><style>${look}</style>${html}`;
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
