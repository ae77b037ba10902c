/** AdamW's constants as Devlin et al. 2019 (appendix A.2) and PyTorch use them. */
export const adamWDefaults = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } as const;
