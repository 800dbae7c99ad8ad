/** What is true of cards that no data is measured on, and that the graph of another card would not do for. */
interface CardFacts {
  /** Data types that checkpoints are in and its cores lack. */
  readonly lacks: readonly string[];
  /** Whose resource name pods ask for, and whose libraries images hold. */
  readonly vendor: 'NVIDIA' | 'AMD';
}

const NVIDIA: CardFacts = { lacks: [], vendor: 'NVIDIA' };
/** Volta and Turing came before bfloat16 (CUDA C++ Programming Guide, compute capabilities 7.0 and 7.5). */
const BEFORE_AMPERE: CardFacts = { ...NVIDIA, lacks: ['bfloat16'] };
const AMD: CardFacts = { ...NVIDIA, vendor: 'AMD' };

const CARDS: Readonly<Record<string, CardFacts>> = {
  v100_sxm: BEFORE_AMPERE,
  v100_pcie: BEFORE_AMPERE,
  t4: BEFORE_AMPERE,
  mi200: AMD,
  mi300: AMD,
};

/** The facts of a SKU. */
export function cardFacts(gpuSku: string): CardFacts {
  return Object.hasOwn(CARDS, gpuSku) ? CARDS[gpuSku]! : NVIDIA;
}
