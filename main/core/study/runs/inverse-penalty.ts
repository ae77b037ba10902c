/** As scikit-learn's C; its default, 1, hardly lets single words of short notes count. */
export const inversePenalty = 10;
