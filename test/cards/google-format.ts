// Google's own description of cards (google.apps.card.v1), as a strict check: what it does not know is a fault.
import protos from '@google-apps/chat/build/protos/protos.json';
import protobuf from 'protobufjs';

const root = protobuf.Root.fromJSON(protos as protobuf.INamespace);
const cardType = root.lookupType('google.apps.card.v1.Card');
cardType.root.resolveAll();

/** Sentences about what Google would not understand; none, and the card is sound. */
export const faults = (card: unknown): readonly string[] => faultsIn(card, cardType, 'card');

function faultsIn(value: unknown, type: protobuf.Type, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${path} is no ${type.name}`];
  const chosen = type.oneofsArray.flatMap((oneof) => {
    const set = oneof.fieldsArray.filter((field) => !field.options?.proto3_optional && field.name in value);
    return set.length > 1
      ? [`${path} has ${set.map(({ name }) => name).join(' and ')}, of which only one is allowed`]
      : [];
  });
  const inner = Object.entries(value).flatMap(([name, one]) => {
    const field = type.fields[name];
    if (!field) return [`${path}.${name} is unknown to ${type.fullName}`];
    if (field.options?.deprecated) return [`${path}.${name} is deprecated`];
    if (!field.repeated) return faultsOf(one, field, `${path}.${name}`);
    if (!Array.isArray(one)) return [`${path}.${name} is no list`];
    return one.flatMap((each, index) => faultsOf(each, field, `${path}.${name}[${index}]`));
  });
  return [...chosen, ...inner];
}

function faultsOf(value: unknown, field: protobuf.Field, path: string): readonly string[] {
  const type = field.resolvedType;
  if (type instanceof protobuf.Enum)
    return typeof value === 'string' && value in type.values
      ? []
      : [`${path}: ${String(value)} is none of ${type.name}`];
  if (type instanceof protobuf.Type) return faultsIn(value, type, path);
  return isScalar(value, field.type) ? [] : [`${path} must be ${field.type}, not ${typeof value}`];
}

function isScalar(value: unknown, type: string): boolean {
  if (type === 'string') return typeof value === 'string';
  if (type === 'bool') return typeof value === 'boolean';
  if (/int/.test(type)) return Number.isSafeInteger(value);
  return typeof value === 'number';
}
