// The fields of a card: text, choices, dates and switches.
import { useId } from 'preact/hooks';
import { useHost } from './card-host.ts';
import type { Action, DateTimePicker, SelectionInput, SwitchControl, TextInput } from './card-types.ts';
import { fromLocalInput, localInput } from './time-words.ts';

export function TextField({
  name = '',
  label,
  hintText,
  placeholderText,
  value,
  type,
  multiline,
  onChangeAction,
  initialSuggestions,
}: TextInput) {
  const { set, values, press } = useHost();
  const id = useId();
  const shared = {
    id,
    value: values[name]?.[0] ?? value ?? '',
    placeholder: placeholderText ?? '',
    onInput: (event: { currentTarget: { value: string } }) => set(name, [event.currentTarget.value]),
    onChange: () => changed(press, onChangeAction),
    'aria-describedby': hintText ? `${id}-hint` : undefined,
  };
  const items = initialSuggestions?.items ?? [];
  return (
    <div class="field">
      {label && <label for={id}>{label}</label>}
      {multiline || type === 'MULTIPLE_LINE' ? (
        <textarea rows={3} {...shared} />
      ) : (
        <input type="text" {...shared} {...(items.length > 0 ? { list: `${id}-list` } : {})} />
      )}
      {items.length > 0 && (
        <datalist id={`${id}-list`}>
          {items.map(({ text }) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
      {hintText && (
        <p class="hint" id={`${id}-hint`}>
          {hintText}
        </p>
      )}
    </div>
  );
}

function changed(press: ReturnType<typeof useHost>['press'], action: Action | undefined): void {
  if (action) press({ action });
}

export function ChoiceField(choice: SelectionInput) {
  const { name = '', label, type = 'CHECK_BOX', items = [], onChangeAction } = choice;
  const { set, values, press } = useHost();
  const id = useId();
  const chosen = values[name] ?? [];
  const choose = (next: readonly string[]): void => {
    set(name, next);
    if (onChangeAction) setTimeout(() => changed(press, onChangeAction), 0);
  };
  if (type === 'DROPDOWN')
    return (
      <div class="field">
        {label && <label for={id}>{label}</label>}
        <select id={id} value={chosen[0] ?? ''} onChange={(event) => choose([event.currentTarget.value])}>
          {items.map(({ text, value = '' }) => (
            <option key={value} value={value} selected={chosen[0] === value}>
              {text}
            </option>
          ))}
        </select>
      </div>
    );
  const single = type === 'RADIO_BUTTON';
  return (
    <fieldset class="field choices">
      {label && <legend>{label}</legend>}
      {items.map(({ text, value = '', bottomText }) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: one of the two inputs is in it
        <label key={value} class={type === 'SWITCH' ? 'switch' : ''}>
          {single ? (
            <input
              type="radio"
              name={`${id}-${name}`}
              checked={chosen.includes(value)}
              onChange={() => choose([value])}
            />
          ) : (
            <input
              type="checkbox"
              name={`${id}-${name}`}
              checked={chosen.includes(value)}
              onChange={(event) =>
                choose(
                  event.currentTarget.checked ? [...chosen, value] : chosen.filter((one) => one !== value),
                )
              }
            />
          )}
          <span>
            {text}
            {bottomText && <small>{bottomText}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function DateField({ name = '', label, type = 'DATE_AND_TIME', onChangeAction }: DateTimePicker) {
  const { set, values, press, timeZone } = useHost();
  const id = useId();
  const given = values[name]?.[0];
  const local = given ? localInput(Number(given), timeZone) : '';
  const kind = type === 'DATE_ONLY' ? 'date' : type === 'TIME_ONLY' ? 'time' : 'datetime-local';
  const shown = kind === 'date' ? local.slice(0, 10) : kind === 'time' ? local.slice(11) : local;
  const take = (text: string): void => {
    const whole = kind === 'date' ? `${text}T00:00` : kind === 'time' ? `1970-01-01T${text}` : text;
    const at = text === '' ? null : fromLocalInput(whole, timeZone);
    set(name, at === null ? [] : [String(at)]);
    changed(press, onChangeAction);
  };
  return (
    <div class="field">
      {label && <label for={id}>{label}</label>}
      <input id={id} type={kind} value={shown} onChange={(event) => take(event.currentTarget.value)} />
    </div>
  );
}

export function SwitchField({
  name = '',
  value = 'true',
  controlType,
  onChangeAction,
  label,
}: SwitchControl & { readonly label: string }) {
  const { set, values, press } = useHost();
  return (
    <input
      type="checkbox"
      class={controlType === 'CHECK_BOX' || controlType === 'CHECKBOX' ? '' : 'toggle'}
      aria-label={label}
      checked={(values[name] ?? []).length > 0}
      onChange={(event) => {
        set(name, event.currentTarget.checked ? [value] : []);
        if (onChangeAction) setTimeout(() => changed(press, onChangeAction), 0);
      }}
    />
  );
}
