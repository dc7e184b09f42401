import { type GenericSchema, is } from 'valibot';
import { type Message, message } from '../model/message';
import { dateSchema, idSchema, instantSchema, pathSchema } from '../model/schema';
import { isRecord } from './conflictValue';

export type Path = readonly (string | number)[];

/** What does not fit the schema, at the path of the data as it stands in the file. */
export interface Misfit {
  readonly path: Path;
  /** Whether the key itself is meant, or its value. */
  readonly at: 'key' | 'value';
  readonly message: Message;
  readonly severity: 'error' | 'warning';
}

/** Where an item was left out of a sequence: the path of the sequence, and the index in the file. */
export interface LeftOut {
  readonly path: Path;
  readonly index: number;
}

/** What one run over a file has found, and the path it stands at. */
interface Context {
  readonly misfits: Misfit[];
  readonly leftOut: LeftOut[];
  readonly path: (string | number)[];
}

/** Says whether the value may stay; takes out of it, in place, the optional parts that may not. */
type Check = (value: unknown, context: Context) => boolean;

type AnySchema = GenericSchema & {
  readonly entries?: Record<string, AnySchema>;
  readonly wrapped?: AnySchema;
  readonly item?: AnySchema;
  readonly key?: AnySchema;
  readonly value?: AnySchema;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
};

/**
 * Turns a schema into a check that keeps what is right: an item that does not fit is taken out of its list,
 * an optional key out of its mapping, and only what lacks something required goes as a whole. Each misfit is
 * reported once, at its place; a key the schema does not know stays and is reported as a warning.
 * The same schema gives the types and the JSON Schema, so the three cannot drift apart.
 */
export function createShapeCheck(schema: GenericSchema): (value: unknown) => {
  readonly fits: boolean;
  readonly misfits: readonly Misfit[];
  readonly leftOut: readonly LeftOut[];
} {
  const check = compile(schema as AnySchema);
  return (value) => {
    const context: Context = { misfits: [], leftOut: [], path: [] };
    const fits = check(value, context);
    return { fits, misfits: context.misfits, leftOut: context.leftOut };
  };
}

function report(
  context: Context,
  at: 'key' | 'value',
  reason: Message,
  severity: 'error' | 'warning' = 'error',
): false {
  context.misfits.push({ path: [...context.path], at, message: reason, severity });
  return false;
}

function checkAt(check: Check, value: unknown, name: string | number, context: Context): boolean {
  context.path.push(name);
  const fits = check(value, context);
  context.path.pop();
  return fits;
}

function compile(schema: AnySchema): Check {
  switch (schema.type) {
    case 'optional':
      return compile(schema.wrapped!);
    case 'nullable': {
      const inner = compile(schema.wrapped!);
      return (value, context) => value === null || inner(value, context);
    }
    case 'loose_object':
      return compileObject(schema);
    case 'record':
      return compileRecord(schema);
    case 'array':
      return compileArray(schema);
    default:
      return compileLeaf(schema);
  }
}

function compileObject(schema: AnySchema): Check {
  const entries = new Map(
    Object.entries(schema.entries!).map(([key, entry]) => [
      key,
      { check: compile(entry), optional: entry.type === 'optional' },
    ]),
  );
  const required = [...entries].filter(([, { optional }]) => !optional).map(([key]) => key);
  return (value, context) => {
    if (!isRecord(value)) return report(context, 'value', message('This must be a mapping of names to values.'));
    const record = value as Record<string, unknown>;
    let fits = true;
    for (const key of required) {
      if (!Object.hasOwn(record, key)) {
        fits = report(context, 'key', message('“{key}” is missing here.', { key }));
      }
    }
    for (const key of Object.keys(record)) {
      const entry = entries.get(key);
      // A mapping of which nothing is said may hold anything.
      if (!entry && entries.size === 0) continue;
      if (!entry) {
        const unknownKey: Check = (_, at) =>
          report(at, 'key', message('“{key}” is not known here. It is kept.', { key }), 'warning');
        checkAt(unknownKey, undefined, key, context);
      } else if (entry.optional && record[key] === null) delete record[key];
      else if (!checkAt(entry.check, record[key], key, context)) {
        if (entry.optional) delete record[key];
        else fits = false;
      }
    }
    return fits;
  };
}

function compileRecord(schema: AnySchema): Check {
  const checkKey = schema.key!;
  const check = compile(schema.value!);
  const most = limitOf(schema, 'max_entries');
  return (value, context) => {
    if (!isRecord(value)) return report(context, 'value', message('This must be a mapping of names to values.'));
    const record = value as Record<string, unknown>;
    const keys = Object.keys(record);
    if (keys.length > most) {
      checkAt(() => reportTooMany(context, keys.length, most), undefined, keys[most]!, context);
      for (const key of keys.splice(most)) delete record[key];
    }
    for (const key of keys) {
      const keyed: Check = (item) =>
        is(checkKey, key) ? check(item, context) : report(context, 'key', expectation(checkKey, key));
      if (!checkAt(keyed, record[key], key, context)) delete record[key];
    }
    return true;
  };
}

function compileArray(schema: AnySchema): Check {
  const check = compile(schema.item!);
  const most = limitOf(schema, 'max_length');
  return (value, context) => {
    if (!Array.isArray(value)) return report(context, 'value', message('This must be a list.'));
    if (value.length > most) {
      checkAt(() => reportTooMany(context, value.length, most), undefined, most, context);
      value.length = most;
    }
    let kept = 0;
    for (let index = 0; index < value.length; index++) {
      if (checkAt(check, value[index], index, context)) value[kept++] = value[index];
      else context.leftOut.push({ path: [...context.path], index });
    }
    value.length = kept;
    return true;
  };
}

/** The requirement of a limit that a schema was given, for lists, mappings and texts. */
function limitOf(schema: AnySchema, type: string): number {
  const limit = schema.pipe?.find((step) => step.type === type)?.requirement;
  return typeof limit === 'number' ? limit : Number.POSITIVE_INFINITY;
}

/** What goes beyond a limit is not read, at the place of the first of it. */
function reportTooMany(context: Context, count: number, most: number): false {
  return report(
    context,
    'value',
    message('These are too many: {count}, and only the first {most} are read.', { count, most }),
  );
}

function compileLeaf(schema: AnySchema): Check {
  // Most of a store is plain text, for which the library's bookkeeping costs more than the question.
  const plainString = schema.type === 'string' && !schema.pipe;
  return (value, context) => {
    if (plainString ? typeof value === 'string' : is(schema, value)) return true;
    return report(context, 'value', expectation(schema, value));
  };
}

/** What should stand there, with an example a reporter can copy. */
function expectation(schema: AnySchema, value: unknown): Message {
  if (schema.type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    return message('This must be text. Put it in quotation marks: "{value}"', { value: String(value) });
  }
  const most = limitOf(schema, 'max_length');
  if (typeof value === 'string' && value.length > most)
    return message('This is too long: {length} characters, and at the most {most} are read.', {
      length: value.length,
      most,
    });
  const base = schema as unknown;
  if (base === idSchema) return message('This must be an id: letters, digits, “-”, “_” and “.”, without spaces.');
  if (base === instantSchema) return message('This must be a date and time such as 2026-11-21T09:00:00Z.');
  if (base === dateSchema || schema.options?.includes(dateSchema))
    return message('This must be a date such as 2026-11-21, 2026-11 or "2026".');
  if (base === pathSchema && value !== '')
    return message('This must be the path of a file in this workspace, from its root and with “/”.');
  switch (schema.type) {
    case 'picklist':
      return message('This must be one of: {options}', { options: (schema.options ?? []).join(', ') });
    case 'string':
      if (value === '') return message('This must not be empty.');
      return typeof value === 'string'
        ? message('This text does not have the right form.')
        : message('This must be text.');
    case 'number':
      return message('This must be a number that makes sense here.');
    case 'boolean':
      return message('This must be true or false.');
    case 'literal':
      return message('This must be {value}.', { value: String(schema.literal) });
    default:
      return message('This does not have the right form.');
  }
}
