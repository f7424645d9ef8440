/** What is used here of WebAssembly, which the types of Node.js leave out. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
  readonly Memory: new (size: { readonly initial: number }) => { readonly buffer: ArrayBuffer };
};

const page = 65536;

/**
 * Functions in WebAssembly, for the few loops that take most of the time and of which a processor can do several steps at once,
 * where JavaScript has no words for that. Each is a `.wat` beside the file that carries its code; a test holds the two together.
 *
 * @param code the module in base64; it imports its memory as `memory` of `onrecord`
 * @param bytes how much memory it works in
 * @returns its functions, typed by whoever carries the code, and the memory
 */
export function machineCode<Functions>(
  code: string,
  bytes: number,
): { readonly functions: Functions; readonly memory: ArrayBuffer } {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / page) });
  const module = compiled.get(code) ?? new WebAssembly.Module(Buffer.from(code, "base64"));
  compiled.set(code, module);
  const { exports } = new WebAssembly.Instance(module, { onrecord: { memory } });
  return { functions: exports as Functions, memory: memory.buffer };
}

const compiled = new Map<string, object>();
