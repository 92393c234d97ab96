import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {import('./read-licence.mjs').ThirdParty} ThirdParty */

/**
 * Code in C and C++ that was compiled into a WebAssembly file of a package, and is no package itself. Its version is not known.
 * The text of its licence is in the folder `native` beside this file.
 */
const CODE = {
  // Its licence asks for a place where its source can be had: here it is with the changes for WebAssembly.
  Hunspell: {
    licence: '(MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later)',
    homepage: 'https://github.com/rotemdan/hunspell-wasm',
    text: 'hunspell.txt',
  },
  XNNPACK: { licence: 'BSD-3-Clause', homepage: 'https://github.com/google/XNNPACK', text: 'xnnpack.txt' },
  pthreadpool: {
    licence: 'BSD-2-Clause',
    homepage: 'https://github.com/Maratyszcza/pthreadpool',
    text: 'pthreadpool.txt',
  },
  cpuinfo: { licence: 'BSD-2-Clause', homepage: 'https://github.com/pytorch/cpuinfo', text: 'cpuinfo.txt' },
  FP16: { licence: 'MIT', homepage: 'https://github.com/Maratyszcza/FP16', text: 'fp16.txt' },
  FXdiv: { licence: 'MIT', homepage: 'https://github.com/Maratyszcza/FXdiv', text: 'fxdiv.txt' },
  Emscripten: { licence: '(MIT OR NCSA)', homepage: 'https://emscripten.org', text: 'emscripten.txt' },
  musl: { licence: 'MIT', homepage: 'https://musl.libc.org', text: 'musl.txt' },
  'libc++': { licence: 'Apache-2.0 WITH LLVM-exception', homepage: 'https://libcxx.llvm.org', text: 'libcxx.txt' },
  'libc++abi': {
    licence: 'Apache-2.0 WITH LLVM-exception',
    homepage: 'https://libcxxabi.llvm.org',
    text: 'libcxxabi.txt',
  },
  'compiler-rt': {
    licence: 'Apache-2.0 WITH LLVM-exception',
    homepage: 'https://compiler-rt.llvm.org',
    text: 'compiler-rt.txt',
  },
};

/** What Emscripten adds to each program. */
const RUNTIME = /** @type {const} */ (['Emscripten', 'musl', 'libc++', 'libc++abi', 'compiler-rt']);

/** The program itself is TensorFlow.js, which is among the packages. The build of XNNPACK names the others. */
const TENSORFLOW = /** @type {const} */ (['XNNPACK', 'pthreadpool', 'cpuinfo', 'FP16', 'FXdiv', ...RUNTIME]);

/**
 * What is in each WebAssembly file, by the SHA-256 of the file, because another build of it may contain something else.
 *
 * @type {Readonly<Record<string, readonly (keyof typeof CODE)[]>>}
 */
const CONTENTS = {
  // hunspell-wasm 0.3.0
  '72152324049c9215da17abceb12555b3ef9094c0524327e660f8145aaa9c68e0': ['Hunspell', ...RUNTIME],
  // @energetic-ai/core 0.2.0, without and with instructions for several numbers at once
  bad18f9f8efb52a437cc96c3dd31e2a03f522d7c01de9eb536b424453f53b53e: TENSORFLOW,
  '5b7b37aca55ad709b8ffb969337497aa41e73043906e661f09fb3c567ce1b134': TENSORFLOW,
};

/**
 * The code in the WebAssembly files of a folder and of those below, with its licences; their version is empty. Throws for a
 * file of which nobody has said what it contains.
 *
 * @param {string} folder one that does not exist has no files
 * @param {string} texts the folder `native`
 * @returns {ThirdParty[]}
 */
export function nativeCodeIn(folder, texts) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.wasm'));
  const names = files.flatMap((file) => {
    const hash = createHash('sha256')
      .update(readFileSync(path.join(folder, file)))
      .digest('hex');
    const contents = CONTENTS[hash];
    if (contents === undefined)
      throw new Error(
        `Nothing says what ${file} was compiled from. Find that out, and name it with its licences in ` +
          `scripts/bundle/third-party/native-code.mjs, under ${hash}.`,
      );
    return contents;
  });
  return [...new Set(names)].map((name) => {
    const { text, ...about } = CODE[name];
    return { name, version: '', ...about, text: readFileSync(path.join(texts, text), 'utf8').trim() };
  });
}
