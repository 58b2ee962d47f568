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
  const WorldDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget === WorldDate ? target : newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : target[key]),
  });
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
