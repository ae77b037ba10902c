import type { Language } from '#core/wording/language.ts';

/** As babel calls them; its own files of them, so that no package of a language is needed. */
const babelNames: Readonly<Record<Language, string>> = {
  en: 'british',
  nl: 'dutch',
  es: 'spanish',
  ro: 'romanian',
};

/** Before the document: what a plain TeX Live has, for pdfLaTeX, LuaLaTeX and XeLaTeX alike. */
export function writePreamble(language: Language): string {
  return String.raw`% Written by Anamnesis: pdflatex, lualatex or xelatex, twice.
\documentclass[10pt,a4paper]{article}
\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage{textcomp}
  \newcommand{\Letter}[2]{[U+#1]}
\else
  \usepackage{fontspec}
  \newcommand{\Letter}[2]{#2}
\fi
\usepackage{babel}
\babelprovide[import,main]{${babelNames[language]}}
\usepackage[margin=20mm]{geometry}
\usepackage{array,booktabs,longtable,multirow,graphicx,xcolor}
\usepackage[hidelinks]{hyperref}
\setlength{\parindent}{0pt}
\setlength{\parskip}{0.5em}
\setlength{\LTleft}{0pt}
\setlength{\LTright}{0pt plus 1fill}
\setlength{\LTcapwidth}{\textwidth}
\setlength{\emergencystretch}{3em}
\newcommand{\Quiet}[1]{\textcolor{black!65}{#1}}
\newcommand{\Note}[1]{{\small\Quiet{#1}\par}}
\newcommand{\Under}[1]{{\scriptsize\Quiet{#1}}}
\newcommand{\Caption}[1]{{\small\bfseries #1\par}}
\newcolumntype{L}[1]{>{\raggedright\arraybackslash}p{#1}}
\newcolumntype{R}[1]{>{\raggedleft\arraybackslash}p{#1}}
`;
}
