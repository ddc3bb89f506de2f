using System.Globalization;
using System.Net.Mail;
using System.Text;
using System.Text.RegularExpressions;

namespace CommunityLms.Kernel.Tabular;

/// <summary>Turns what people enter in a cell into a value of the column's kind.</summary>
internal static class CellReader
{
    internal const string Required = "Enter a value. This column can't be empty.";
    internal const string TooLong = "Shorten the text to {0} characters; it has {1}.";
    internal const string NotADate = "Enter the day as year, month and day, for example 2026-09-01.";
    internal const string NotAWholeNumber = "Enter a number without fraction, for example 12.";
    internal const string NotAChoice = "Use one of these words: {0}.";
    internal const string NotAnEmail = "Enter an email address, for example name@example.org.";
    internal const string NotYesOrNo = "Enter yes or no.";
    internal const string DigitsLost = "The spreadsheet program shortened a long number to {0}; its last digits are lost. Set the column's format to text and enter the number again.";
    internal const string FormulaError = "The cell shows the error {0}. Correct its formula or enter the value.";

    private const int FirstPlausibleSerial = 10_000; // 1927; smaller numbers in a date column are years or days
    private const int LastPlausibleSerial = 99_999; // 2173
    private static readonly string[] Errors = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"];
    private static readonly Regex Shortened = new(@"\A[0-9](\.[0-9]+)?E\+[0-9]{2,}\z", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);
    private static readonly Regex Day = new(@"\A(?<year>[0-9]{4})\s*[-/.年]\s*(?<month>[0-9]{1,2})\s*[-/.月]\s*(?<day>[0-9]{1,2})\s*[日号]?([T\s]\s*[0-9:.]+)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex CompactDay = new(@"\A(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    /// <summary>Without blank and invisible characters at the ends and without control characters inside.</summary>
    public static string Clean(string cell)
    {
        var text = cell.Trim([' ', '\t', '\r', '\n', '\u00A0', '\u3000', '\u200B', '\uFEFF', '\u2060']).Trim();
        return text.Any(IsControl) ? string.Concat(text.Where(c => !IsControl(c))) : text;
    }

    /// <returns>The value, or null with the problem.</returns>
    public static object? Read(TableColumn column, string text, out string problem, out object[] args)
    {
        (problem, args) = ("", []);
        if (Errors.Contains(text))
        {
            (problem, args) = (FormulaError, [text]);
            return null;
        }
        if (column.Kind is ColumnKind.Text)
        {
            if (Shortened.IsMatch(text))
                (problem, args) = (DigitsLost, [text]);
            else if (text.Length > column.MaxLength)
                (problem, args) = (TooLong, [column.MaxLength, text.Length]);
            else
                return text;
            return null;
        }

        // Full-width digits, letters and signs count as their usual forms in everything but texts.
        text = string.Concat(text.EnumerateRunes()).Normalize(NormalizationForm.FormKC);
        object? value = column.Kind switch
        {
            ColumnKind.Date => AsDate(text),
            ColumnKind.WholeNumber => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
            ColumnKind.Email => MailAddress.TryCreate(text, out var mail) && mail.Address == text && text.Length <= column.MaxLength ? text : null,
            _ => column.Choices.FirstOrDefault(choice => choice.Words.Any(word => Same(word, text)))?.Value,
        };
        problem = column.Kind switch
        {
            ColumnKind.Date => NotADate,
            ColumnKind.WholeNumber => NotAWholeNumber,
            ColumnKind.Email => NotAnEmail,
            ColumnKind.YesNo => NotYesOrNo,
            _ => NotAChoice,
        };
        if (column.Kind is ColumnKind.Choice)
            args = [string.Join(", ", column.Choices.Select(choice => string.Join(" / ", choice.Words)))];
        return value;
    }

    private static DateOnly? AsDate(string text)
    {
        var match = Day.Match(text) is { Success: true } written ? written : CompactDay.Match(text);
        if (match.Success)
            return DateOnly.TryParseExact($"{match.Groups["year"].Value}-{match.Groups["month"].Value}-{match.Groups["day"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstPlausibleSerial and <= LastPlausibleSerial
            ? new DateOnly(1899, 12, 30).AddDays(serial)
            : null;
    }

    private static bool Same(string word, string text) => string.Equals(word.Normalize(NormalizationForm.FormKC), text, StringComparison.OrdinalIgnoreCase);

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\n' or '\t');
}
