// Runs first in a script's context: takes away what Apps Script lacks, and makes time the world's.

/** What the V8 runtime of Apps Script knows of the language; every other global goes. */
const language =
  'Object Function Array Number parseFloat parseInt Infinity NaN undefined Boolean String Symbol Date Promise ' +
  'RegExp Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError globalThis ' +
  'JSON Math Intl ArrayBuffer Uint8Array Int8Array Uint16Array Int16Array Uint32Array Int32Array Float32Array ' +
  'Float64Array Uint8ClampedArray BigUint64Array BigInt64Array DataView Map BigInt Set WeakMap WeakSet WeakRef ' +
  'Proxy Reflect FinalizationRegistry decodeURI decodeURIComponent encodeURI encodeURIComponent escape ' +
  'unescape eval isFinite isNaN';

/** The source text of a function of (now, timeZone); it may use nothing from outside itself. */
export const bootstrap = `function (now, timeZone) {
  const known = new Set(${JSON.stringify(language)}.split(' '));
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (!known.has(name)) delete globalThis[name];
  }
  const RealDate = Date;
  const utc = ${JSON.stringify(['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT'])}.includes(timeZone);
  const noLocalTime = () => {
    throw new TypeError('the world knows local time in Etc/UTC only, not in ' + timeZone + ': use Intl with a zone');
  };
  // A text without a zone is local time, which is the zone of the manifest and never of this machine.
  const zoned = (text) => {
    if (/^\\d{4}(-\\d\\d){0,2}$/.test(text) || /(Z|GMT|UTC|[+-]\\d\\d:?\\d\\d)( ?\\(.*\\))?$/i.test(text)) return text;
    return utc ? text + (/^\\d{4}-\\d\\d-\\d\\dT/.test(text) ? 'Z' : ' UTC') : noLocalTime();
  };
  const given = (args) => {
    if (args.length === 0) return [now()];
    if (args.length > 1) return utc ? [RealDate.UTC(...args)] : noLocalTime();
    return typeof args[0] === 'string' ? [zoned(args[0])] : args;
  };
  const statics = { now, parse: (text) => RealDate.parse(zoned(String(text))) };
  const WorldDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, given(args), newTarget === WorldDate ? target : newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (Object.hasOwn(statics, key) ? statics[key] : target[key]),
  });
  const date = RealDate.prototype;
  for (const part of ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds']) {
    for (const verb of ['get', 'set']) {
      if (date[verb + part]) date[verb + part] = utc ? date[verb + 'UTC' + part] : noLocalTime;
    }
  }
  date.getTimezoneOffset = utc ? () => 0 : noLocalTime;
  date.toDateString = utc
    ? function () { return this.toUTCString().replace(/^(...), (..) (...) (\\d+) .*/, '$1 $3 $2 $4'); }
    : noLocalTime;
  date.toTimeString = utc
    ? function () { return this.toISOString().slice(11, 19) + ' GMT+0000 (Coordinated Universal Time)'; }
    : noLocalTime;
  date.toString = function () {
    if (Number.isNaN(this.getTime())) return 'Invalid Date';
    return utc ? this.toDateString() + ' ' + this.toTimeString() : noLocalTime();
  };
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const real = date[name];
    date[name] = function (locale, options) { return real.call(this, locale, { timeZone, ...options }); };
  }
  RealDate.prototype.constructor = WorldDate;
  globalThis.Date = WorldDate;
  Object.defineProperty(globalThis, 'Date', { enumerable: false });
  const format = Intl.DateTimeFormat.prototype;
  for (const name of ['formatToParts']) {
    const real = format[name];
    format[name] = function (date) { return real.call(this, date === undefined ? now() : date); };
  }
  const formatGetter = Object.getOwnPropertyDescriptor(format, 'format').get;
  Object.defineProperty(format, 'format', {
    configurable: true,
    get() {
      const bound = formatGetter.call(this);
      return (date) => bound(date === undefined ? now() : date);
    },
  });
  const RealFormat = Intl.DateTimeFormat;
  const withZone = (args) => {
    const options = args[1] === undefined ? {} : args[1];
    return [args[0], options.timeZone === undefined ? { ...options, timeZone } : options];
  };
  Intl.DateTimeFormat = new Proxy(RealFormat, {
    construct: (target, args, newTarget) => Reflect.construct(target, withZone(args), newTarget),
    apply: (target, self, args) => target(...withZone(args)),
  });
  return {
    array: (length) => new Array(length),
    object: () => ({}),
    date: (milliseconds) => new RealDate(milliseconds),
    error: (name, message, details) => {
      const error = name === 'TypeError' ? new TypeError(message) : new Error(message);
      if (name !== 'TypeError') Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
      if (details) error.details = JSON.parse(details);
      return error;
    },
  };
}`;
