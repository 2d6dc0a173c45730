/** The page around the report in the self-contained file: paper on screen, A4 with the margins of GB/T 9704 in print. */
export const REPORT_PAGE_CSS = `*,
*::before,
*::after {
  box-sizing: border-box;
}
html {
  color-scheme: light;
  -webkit-text-size-adjust: 100%;
}
body {
  margin: 0;
  padding: clamp(0rem, 3vw, 2rem);
  background: #eef1f4;
  font-family: 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif;
}
main {
  max-width: 56rem;
  margin: 0 auto;
  padding: clamp(1.25rem, 5vw, 4rem) clamp(1rem, 4vw, 3rem);
  background: #fff;
  box-shadow: 0 1px 4px rgb(29 39 51 / 18%);
}
@page {
  size: A4;
  margin: 37mm 26mm 35mm 28mm;
}
@page :right {
  @bottom-right {
    content: '— ' counter(page) ' —';
    padding-right: 14pt;
    font: 14pt SimSun, STSong, 'Noto Serif CJK SC', serif;
    vertical-align: top;
    padding-top: 4.5mm;
  }
}
@page :left {
  @bottom-left {
    content: '— ' counter(page) ' —';
    padding-left: 14pt;
    font: 14pt SimSun, STSong, 'Noto Serif CJK SC', serif;
    vertical-align: top;
    padding-top: 4.5mm;
  }
}
@media print {
  body,
  main {
    max-width: none;
    padding: 0;
    background: none;
    box-shadow: none;
  }
}
`;
