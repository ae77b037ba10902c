/** The version of the program, written into results and reports; equal to package.json's. */
export const programVersion = '0.1.0';
