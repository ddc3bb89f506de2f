using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CommunityLms.Kernel.Tabular;

/// <summary>A reason why a file can't be read as a table.</summary>
/// <param name="Text">English text, at once the key of its translation: what happened and what to do.</param>
public sealed record TableProblem(string Text)
{
    /// <summary>Argument 0: the limit in MB.</summary>
    public static readonly TableProblem FileTooLarge = new("The file is larger than {0} MB. Split it and import the parts one after the other.");

    /// <summary>Nothing but blank space.</summary>
    public static readonly TableProblem Empty = new("The file holds no rows. Choose a file with a heading row and the data below it.");

    /// <summary>Argument 0: the limit.</summary>
    public static readonly TableProblem TooManyRows = new("The table has more than {0} rows. Split it and import the parts one after the other.");

    /// <summary>Argument 0: the limit.</summary>
    public static readonly TableProblem TooManyColumns = new("The table has more than {0} columns. Delete the columns that aren't needed.");

    /// <summary>Argument 0: the limit.</summary>
    public static readonly TableProblem CellTooLong = new("The cell holds more than {0} characters. Shorten it. In a CSV file, look for a missing quotation mark.");

    /// <summary>A row of more than a megabyte.</summary>
    public static readonly TableProblem RowTooLong = new("The row is far longer than a row of a table. In a CSV file, look for a missing quotation mark.");

    /// <summary>Bytes that are no text in any encoding known here; the row is the first that can't be read.</summary>
    public static readonly TableProblem UnknownEncoding = new("The characters can't be read from this row on. Save the file as CSV UTF-8 or as XLSX and choose it again.");

    /// <summary>A quotation mark that swallows the rest of the file; the row is where it opens.</summary>
    public static readonly TableProblem UnclosedQuote = new("A quotation mark opens in this row and never closes. Close or delete it, or save the table as XLSX.");

    /// <summary>Neither text nor workbook: a picture, a PDF, a web page named .xls.</summary>
    public static readonly TableProblem NotATable = new("This is neither a CSV file nor an Excel workbook (.xlsx). Open it in your spreadsheet program, save it as XLSX and choose it again.");

    /// <summary>The binary format Excel used until 2003.</summary>
    public static readonly TableProblem OldWorkbook = new("The file is in the old Excel format (.xls). Open it in your spreadsheet program, save it as XLSX and choose it again.");

    /// <summary>A workbook that opens with a password only.</summary>
    public static readonly TableProblem Encrypted = new("The workbook is protected by a password. Remove the password in your spreadsheet program, save it and choose it again.");

    /// <summary>Cut off, changed or badly written.</summary>
    public static readonly TableProblem Damaged = new("The workbook is damaged. Open it in your spreadsheet program, save it again as XLSX and choose it again.");

    /// <summary>A zip bomb, or a sheet formatted down to the last row.</summary>
    public static readonly TableProblem UnpacksTooLarge = new("The workbook unpacks to far more data than a table needs. Copy the rows into a new workbook and choose that one.");

    /// <summary>Every sheet is hidden or a chart.</summary>
    public static readonly TableProblem NoVisibleSheet = new("The workbook has no visible sheet with cells. Show the sheet with the data, save and choose the file again.");

    /// <summary>Argument 0: the name asked for.</summary>
    public static readonly TableProblem SheetNotFound = new("The workbook has no visible sheet named {0}. Choose one of its sheets.");
}

/// <summary>A foreign file was refused; nothing of it was used.</summary>
/// <param name="problem">Why, and what to do.</param>
/// <param name="row">The row as the spreadsheet program numbers it, when the problem has a place.</param>
/// <param name="column">The column's letter, when the problem has a place.</param>
/// <param name="args">What fills the places in the text.</param>
[SuppressMessage("Naming", "CA1710", Justification = "Reads as the sentence it is: the table was refused.")]
public sealed class TableRefused(TableProblem problem, int? row = null, string? column = null, params object[] args)
    : Exception(string.Format(CultureInfo.InvariantCulture, problem.Text, args))
{
    /// <summary>Why, and what to do.</summary>
    public TableProblem Problem { get; } = problem;

    /// <summary>The row as the spreadsheet program numbers it.</summary>
    public int? Row { get; } = row;

    /// <summary>The column's letter.</summary>
    public string? Column { get; } = column;

    /// <summary>What fills the places in the text.</summary>
    public IReadOnlyList<object> Args { get; } = args;
}
