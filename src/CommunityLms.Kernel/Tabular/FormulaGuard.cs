using System.Text.RegularExpressions;

namespace CommunityLms.Kernel.Tabular;

/// <summary>
/// Keeps a text from running as a formula when a spreadsheet program opens a CSV file: an apostrophe before it makes it text.
/// Putting on and taking off undo each other for every text. Source: OWASP, CSV Injection.
/// </summary>
internal static class FormulaGuard
{
    private static readonly Regex Risky = new(@"\A'*[=+\-@\t\r\n＝＋－＠]", RegexOptions.NonBacktracking);
    private static readonly Regex Guarded = new(@"\A'+[=+\-@\t\r\n＝＋－＠]", RegexOptions.NonBacktracking);
    private static readonly Regex NegativeNumber = new(@"\A-[0-9]+(\.[0-9]+)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    public static string PutOn(string text) =>
        Risky.IsMatch(text) && !NegativeNumber.IsMatch(text) ? "'" + text : text;

    /// <summary>For a workbook, where text is text: only what would lose an apostrophe when read again gets one more.</summary>
    public static string KeepApostrophe(string text) => Guarded.IsMatch(text) ? "'" + text : text;

    public static string TakeOff(string text) => text.StartsWith('\'') && Guarded.IsMatch(text) ? text[1..] : text;
}
