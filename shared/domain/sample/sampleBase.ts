import { bricklayingBase, electricalBase } from './base/building.ts';
import { cookingBase, hairdressingBase } from './base/services.ts';
import { webBase, weldingBase } from './base/technology.ts';
import type { SampleTradeBase } from './base/tradeBase.ts';

/** The base of the sample college: invented, with gaps such as colleges have. In the order of its trades. */
export const sampleBases: readonly SampleTradeBase[] = [
  weldingBase,
  webBase,
  electricalBase,
  bricklayingBase,
  hairdressingBase,
  cookingBase,
];
