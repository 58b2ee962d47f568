// Every widget of Google's card schema, drawn: one entry a kind. A kind that is missing here fails a test.
import type { JSX } from 'preact';
import { useHost } from './card-host.ts';
import { ChoiceField, DateField, SwitchField, TextField } from './card-inputs.tsx';
import type {
  Button,
  Icon as CardIcon,
  Chip,
  DecoratedText,
  Grid,
  OnClick,
  Widget,
  WidgetKind,
  Widgets,
} from './card-types.ts';
import { Icon } from './icon.tsx';
import { Link, plainOf, RichText } from './rich-text.tsx';

type Drawn = { readonly [K in WidgetKind]: (props: Widgets[K]) => JSX.Element };

export const drawn: Drawn = {
  textParagraph: ({ text = '', maxLines }) => (
    <p
      class="paragraph"
      style={
        maxLines
          ? {
              '-webkit-line-clamp': maxLines,
              display: '-webkit-box',
              '-webkit-box-orient': 'vertical',
              overflow: 'hidden',
            }
          : {}
      }
    >
      <RichText text={text} />
    </p>
  ),
  image: ({ imageUrl, altText, onClick }) => (
    <Clickable onClick={onClick} label={altText ?? 'Picture'}>
      <Picture url={imageUrl} alt={altText ?? ''} />
    </Clickable>
  ),
  decoratedText: (props) => <Decorated {...props} />,
  buttonList: ({ buttons = [] }) => (
    <div class="buttons">
      {buttons.map((button, index) => (
        <CardButton key={index} {...button} />
      ))}
    </div>
  ),
  textInput: (props) => <TextField {...props} />,
  selectionInput: (props) => <ChoiceField {...props} />,
  dateTimePicker: (props) => <DateField {...props} />,
  divider: () => <hr />,
  grid: (props) => <GridOf {...props} />,
  columns: ({ columnItems = [] }) => (
    <div class="columns">
      {columnItems.map(({ widgets = [] }, index) => (
        <div key={index}>
          {widgets.map((widget, at) => (
            <WidgetOf key={at} widget={widget} />
          ))}
        </div>
      ))}
    </div>
  ),
  carousel: ({ carouselCards = [] }) => (
    <div class="carousel">
      {carouselCards.map(({ widgets = [], footerWidgets = [] }, index) => (
        <div key={index}>
          {[...widgets, ...footerWidgets].map((widget, at) => (
            <WidgetOf key={at} widget={widget} />
          ))}
        </div>
      ))}
    </div>
  ),
  chipList: ({ chips = [] }) => (
    <div class="buttons">
      {chips.map((chip: Chip, index) => (
        <CardButton key={index} {...chip} text={chip.label ?? ''} type="OUTLINED" />
      ))}
    </div>
  ),
};

export const widgetKinds = Object.keys(drawn) as readonly WidgetKind[];

export function WidgetOf({ widget }: { readonly widget: Widget }) {
  const kind = widgetKinds.find((one) => widget[one] !== undefined);
  if (!kind)
    return <p class="unknown-widget">This widget cannot be drawn: {Object.keys(widget).join(', ')}</p>;
  const Draw = drawn[kind] as (props: object) => JSX.Element;
  return <Draw {...(widget[kind] as object)} />;
}

function Decorated({
  startIcon,
  icon,
  topLabel,
  text = '',
  wrapText,
  bottomLabel,
  onClick,
  button,
  switchControl,
  endIcon,
}: DecoratedText) {
  const start = startIcon ?? icon;
  return (
    <Clickable onClick={onClick} label={text}>
      <div class="decorated">
        {start && (
          <span class="start">
            <IconOf icon={start} />
          </span>
        )}
        <div class={wrapText ? 'words' : 'words one-line'}>
          {topLabel && (
            <div class="label top">
              <RichText text={topLabel} />
            </div>
          )}
          <div class="text">
            <RichText text={text} />
          </div>
          {bottomLabel && (
            <div class="label bottom">
              <RichText text={bottomLabel} />
            </div>
          )}
        </div>
        {button && <CardButton {...button} />}
        {switchControl && (
          <SwitchField {...switchControl} label={plainOf([topLabel, text].filter(Boolean).join(' '))} />
        )}
        {endIcon && <IconOf icon={endIcon} />}
      </div>
    </Clickable>
  );
}

function IconOf({ icon, alt }: { readonly icon: CardIcon; readonly alt?: string | undefined }) {
  const name = icon.materialIcon?.name ?? icon.knownIcon ?? materialIn(icon.iconUrl);
  if (name) return <Icon name={name} alt={alt ?? icon.altText} />;
  return <Picture url={icon.iconUrl} alt={alt ?? icon.altText ?? ''} small />;
}

/** Google serves its Material icons as pictures by name; the workbench loads nothing and draws them itself. */
const materialIn = (url: string | undefined): string | null =>
  /^https:\/\/(?:www|fonts)\.gstatic\.com\/.*?\/?([a-z][a-z0-9_]*?)(?:_(?:googblue|black|white|grey600|baseline|outline))?_?(?:\d+dp)?(?:\/default)?(?:\/\d+px)?\.(?:png|svg)$/.exec(
    url ?? '',
  )?.[1] ?? null;

/** Pictures of other places are not loaded here: their place is kept and named. */
function Picture({
  url = '',
  alt,
  small = false,
}: {
  readonly url: string | undefined;
  readonly alt: string;
  readonly small?: boolean;
}) {
  if (/^data:image\/(png|jpeg|gif|webp);/i.test(url))
    return <img class={small ? 'small' : ''} src={url} alt={alt} />;
  return (
    <span class="picture" role="img" aria-label={alt || 'A picture from elsewhere'}>
      {small ? <Icon name="open_in_new" size={16} /> : alt || 'A picture from elsewhere'}
    </span>
  );
}

const shapes: Readonly<Record<string, string>> = {
  FILLED: 'filled',
  FILLED_TONAL: 'tonal',
  OUTLINED: 'outlined',
  BORDERLESS: 'borderless',
  TEXT: 'borderless',
};

export function CardButton({
  text = '',
  icon,
  altText,
  type = 'OUTLINED',
  disabled = false,
  onClick,
}: Button) {
  const { press, busy } = useHost();
  return (
    <button
      type="button"
      class={`card-button ${shapes[type] ?? 'outlined'}`}
      disabled={disabled || busy}
      aria-label={altText}
      onClick={(event) => {
        event.stopPropagation();
        if (onClick) press(onClick);
      }}
    >
      {icon && <IconOf icon={icon} alt={text ? '' : altText} />}
      {text}
    </button>
  );
}

/** A widget that does something when it is pressed; a link is a link. */
function Clickable({
  onClick,
  label,
  children,
}: {
  readonly onClick: OnClick | undefined;
  readonly label: string;
  readonly children: JSX.Element;
}) {
  const { press, busy } = useHost();
  if (!onClick) return children;
  const url = onClick.openLink?.url;
  if (url)
    return (
      <Link look="clickable" url={url}>
        {children}
      </Link>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button may not hold the buttons that a widget has
    <div
      class="clickable"
      role="button"
      tabIndex={0}
      aria-disabled={busy}
      aria-label={plainOf(label)}
      onClick={() => !busy && press(onClick)}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        if (!busy) press(onClick);
      }}
    >
      {children}
    </div>
  );
}

function GridOf({ title, columnCount = 2, items = [], onClick }: Grid) {
  return (
    <div class="grid">
      {title && <div class="label">{title}</div>}
      <div style={{ display: 'grid', gridTemplateColumns: `repeat(${columnCount}, minmax(0, 1fr))`, gap: 8 }}>
        {items.map((item, index) => (
          <Clickable key={item.id ?? index} onClick={onClick} label={item.title ?? ''}>
            <div class="grid-item">
              {item.image && <Picture url={item.image.imageUri} alt={item.image.altText ?? ''} />}
              <div>{item.title}</div>
              <small>{item.subtitle}</small>
            </div>
          </Clickable>
        ))}
      </div>
    </div>
  );
}
