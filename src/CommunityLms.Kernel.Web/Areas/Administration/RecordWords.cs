using System.Text;

namespace CommunityLms.Kernel.Web.Areas.Administration;

/// <summary>The audit trail keeps the names that records and their parts have in code; people read them as words, which are keys of translations.</summary>
public static class RecordWords
{
    private const string Reference = "Id";

    /// <summary>"Seal keeper" for SealKeeper, "Unit" for UnitId.</summary>
    public static string Of(string name)
    {
        if (name.Length > Reference.Length && name.EndsWith(Reference, StringComparison.Ordinal))
            name = name[..^Reference.Length];
        var words = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
            if (char.IsUpper(letter) && words.Length > 0)
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            else
                words.Append(letter);
        return words.ToString();
    }
}
