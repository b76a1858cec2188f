import { defineMessages } from "../define-messages.ts";

/** Words of the page that takes a table's rows from a spreadsheet. */
export const importMessages = defineMessages({
  zh: {
    title: "粘贴或导入",
    titleOf: (p: { table: string }) => `粘贴或导入：${p.table}`,
    back: (p: { section: string }) => `返回“${p.section}”`,
    lead: "从Excel、WPS或其他表格导入。导入前会先预览，逐格标出读不懂的内容；确认之前，申报书不会变。",
    leadFixed: "这张表的行是固定的：按行名和列名填入对应的格子。导入前会先预览；确认之前，申报书不会变。",
    file: "选择文件",
    fileHint: "XLSX或CSV，不超过5 MB。XLSX有多个工作表时，取列名最相符的一个。",
    or: "或者",
    text: "粘贴表格内容",
    textHint: "在Excel或WPS里选中区域并复制，再粘贴到这里。最好连列名一起复制。",
    read: "预览",
    templateTitle: "没有现成的表格？",
    templateBody: "下载本表填写，再传上来。列名用中文或英文都可以，列的顺序不限。",
    templateXlsx: "下载Excel表格",
    templateCsv: "下载CSV",
    columnsTitle: "本表的列",
    optional: "选填",
    computed: "自动计算，不用填",
    problems: {
      nothing: "请选择文件，或粘贴表格内容",
      empty: "文件里没有内容，请重新选择",
      too_large: "文件太大：不超过5 MB，展开后不超过48 MB。请只留下要导入的工作表",
      too_much: "内容太多，请分几次导入",
      kind: "只收XLSX和CSV文件",
      old_format: "这是旧格式（.xls）或带密码的文件。请另存为不带密码的XLSX再传",
      broken: "文件打不开。请用Excel或WPS另存为XLSX再传",
      no_rows: "没有读到可以导入的行。请检查列名和内容",
      too_many_rows: (p: { max: number; standing: number; rows: number; over: number }) =>
        p.standing > 0
          ? `最多${p.max}行：已有${p.standing}行，再加${p.rows}行就多出${p.over}行。请删减后重新导入，或选择替换现有的行`
          : `最多${p.max}行，表格里有${p.rows}行，多出${p.over}行。请删减后重新导入`,
    },
    previewTitle: "预览",
    source: (p: { sheet: string }) => `取自工作表“${p.sheet}”。`,
    headLine: (p: { line: number }) => `第${p.line}行是列名。`,
    noHead: "没有认出列名，按列的顺序对应。请核对下面的“列的对应”。",
    cut: "表格超过1,000行或100列，超出的部分没有读。",
    rowsRead: (p: { rows: number }) => `读到${p.rows}行。`,
    wrongTitle: (p: { count: number }) => `${p.count}处读不懂或不符合要求`,
    wrongNote: "可以先导入，这些格子按原样保留并标出，之后再改；也可以改好表格重新导入。",
    warningTitle: (p: { count: number }) => `${p.count}处请再核对`,
    missingNote: (p: { count: number }) => `另有${p.count}个必填的格子是空的，导入后可以补填。`,
    allFine: "每一格都能读懂。",
    more: (p: { count: number }) => `其余${p.count}处`,
    place: (p: { row: string; column: string }) => `${p.row}“${p.column}”`,
    row: (p: { line: number }) => `第${p.line}行`,
    wrongCell: (p: { place: string; text: string; why: string }) => `${p.place}填的是“${p.text}”：${p.why}`,
    otherCell: (p: { place: string; why: string }) => `${p.place}：${p.why}`,
    notAnOption: "不在选项中，导入后请重新选择",
    strangeTitle: "下面的行对不上本表的行，不会导入",
    strangeLine: (p: { line: number; name: string }) => `第${p.line}行${p.name ? `“${p.name}”` : ""}`,
    mappingTitle: "列的对应",
    mappingLead: "您表格里的每一列，各对应本表的哪一列。改过之后点“重新预览”。",
    fileColumn: (p: { head: string; number: number }) => (p.head ? `“${p.head}”` : `第${p.number}列`),
    sample: (p: { text: string }) => `如：${p.text}`,
    skip: "不导入",
    rowName: "行名",
    unitOf: (p: { column: string }) => `${p.column}的单位`,
    unit: { wan: "万元", yuan: "元", thousand: "千元", million: "百万元", yi: "亿元" },
    converted: (p: { column: string; unit: string }) => `“${p.column}”按${p.unit}换算成万元，保留两位小数。`,
    again: "重新预览",
    modeTitle: "现有的行怎么办",
    append: (p: { standing: number }) => `保留现有的${p.standing}行，导入的接在后面`,
    replace: (p: { standing: number }) => `删除现有的${p.standing}行，换成导入的`,
    modeFixedTitle: "已经填过的格子怎么办",
    fill: "保留，只填空着的格子",
    overwrite: "用导入的内容覆盖",
    differing: (p: { count: number }) => `有${p.count}个格子已经填过，与表格不同。`,
    importRows: (p: { rows: number }) => `导入这${p.rows}行`,
    importCells: "导入",
    start: "换一个文件",
    line: "行",
    empty: "空",
  },
  en: {
    title: "Paste or import",
    titleOf: (p) => `Paste or import: ${p.table}`,
    back: (p) => `Back to “${p.section}”`,
    lead: "Bring rows in from Excel, WPS or any other spreadsheet. You see a preview first, with every cell that cannot be read marked; nothing in the application changes until you confirm.",
    leadFixed:
      "The rows of this table are given: cells are filled in by the names of rows and columns. You see a preview first; nothing in the application changes until you confirm.",
    file: "Choose a file",
    fileHint:
      "XLSX or CSV, up to 5 MB. Of several sheets in a workbook, the one whose column heads fit best is taken.",
    or: "or",
    text: "Paste from a spreadsheet",
    textHint:
      "Select and copy the cells in Excel or WPS and paste them here, column heads included if you can.",
    read: "Preview",
    templateTitle: "Nothing to import yet?",
    templateBody:
      "Download this table, fill it in and upload it. Column heads may be Chinese or English, in any order.",
    templateXlsx: "Download as Excel",
    templateCsv: "Download as CSV",
    columnsTitle: "Columns of this table",
    optional: "optional",
    computed: "worked out for you",
    problems: {
      nothing: "Choose a file, or paste the cells",
      empty: "There is nothing in the file. Choose another",
      too_large: "The file is too large: up to 5 MB, 48 MB unpacked. Keep only the sheet you want to import",
      too_much: "There is too much text. Import it in several parts",
      kind: "Only XLSX and CSV files can be read",
      old_format: "This is an old .xls file or has a password. Save it as XLSX without a password",
      broken: "The file cannot be opened. Save it as XLSX in Excel or WPS and try again",
      no_rows: "No row to import was found. Check the column heads and the contents",
      too_many_rows: (p) =>
        p.standing > 0
          ? `At most ${p.max} rows: ${p.standing} are here already, and ${p.rows} more would be ${p.over} too many. Import fewer, or replace the rows that are here`
          : `At most ${p.max} rows; the sheet has ${p.rows}, which is ${p.over} too many. Import fewer`,
    },
    previewTitle: "Preview",
    source: (p) => `From the sheet “${p.sheet}”. `,
    headLine: (p) => `Line ${p.line} holds the column heads. `,
    noHead:
      "No column heads were recognised, so columns were taken in their order. Check “Which column is which” below. ",
    cut: "The sheet has more than 1,000 rows or 100 columns; the rest was not read. ",
    rowsRead: (p) => (p.rows === 1 ? "1 row was read. " : `${p.rows} rows were read. `),
    wrongTitle: (p) =>
      p.count === 1
        ? "1 cell cannot be read or does not fit"
        : `${p.count} cells cannot be read or do not fit`,
    wrongNote:
      "You can import them all the same: these cells are kept as they are and marked, to be corrected later. Or correct the sheet and import it again.",
    warningTitle: (p) => (p.count === 1 ? "1 cell to check again" : `${p.count} cells to check again`),
    missingNote: (p) =>
      p.count === 1
        ? "1 more cell that must be filled in is empty; you can do that after the import."
        : `${p.count} more cells that must be filled in are empty; you can do that after the import.`,
    allFine: "Every cell can be read.",
    more: (p) => (p.count === 1 ? "1 more" : `${p.count} more`),
    place: (p) => `${p.row}, ${p.column}`,
    row: (p) => `Line ${p.line}`,
    wrongCell: (p) => `${p.place}: “${p.text}”. ${p.why}`,
    otherCell: (p) => `${p.place}: ${p.why}`,
    notAnOption: "It is not one of the options; choose one after the import",
    strangeTitle: "These lines belong to no row of this table and will not be imported",
    strangeLine: (p) => `Line ${p.line}${p.name ? `, “${p.name}”` : ""}`,
    mappingTitle: "Which column is which",
    mappingLead:
      "For each column of your sheet, the column of this table it stands for. After a change, press “Preview again”.",
    fileColumn: (p) => (p.head ? `“${p.head}”` : `Column ${p.number}`),
    sample: (p) => `such as ${p.text}`,
    skip: "Leave out",
    rowName: "Name of the row",
    unitOf: (p) => `Unit of ${p.column}`,
    unit: {
      wan: "RMB 10k",
      yuan: "RMB",
      thousand: "RMB thousand",
      million: "RMB million",
      yi: "RMB 100 million",
    },
    converted: (p) => `“${p.column}” is converted from ${p.unit} to RMB 10k with two decimals.`,
    again: "Preview again",
    modeTitle: "What about the rows that are here already?",
    append: (p) =>
      p.standing === 1
        ? "Keep the row that is here and add the imported ones after it"
        : `Keep the ${p.standing} rows that are here and add the imported ones after them`,
    replace: (p) =>
      p.standing === 1
        ? "Remove the row that is here; the imported ones take its place"
        : `Remove the ${p.standing} rows that are here; the imported ones take their place`,
    modeFixedTitle: "What about cells that are filled in already?",
    fill: "Keep them and fill only empty cells",
    overwrite: "Overwrite them with the imported ones",
    differing: (p) =>
      p.count === 1
        ? "1 cell is filled in already and differs from the sheet."
        : `${p.count} cells are filled in already and differ from the sheet.`,
    importRows: (p) => (p.rows === 1 ? "Import this row" : `Import these ${p.rows} rows`),
    importCells: "Import",
    start: "Use another file",
    line: "Line",
    empty: "empty",
  },
});
