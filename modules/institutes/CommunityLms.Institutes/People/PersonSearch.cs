using System.Globalization;
using System.Text;
using CommunityLms.Institutes.Contracts;

namespace CommunityLms.Institutes.People;

/// <summary>Finds people as one types: by written name, by transcription ("chen xiao", "chenxiao", "cxl"), by staff number.</summary>
internal static class PersonSearch
{
    public static string SortNameOf(Person person) => Fold(person.LatinName ?? person.FamilyName + person.GivenName);

    public static string TextOf(Person person)
    {
        var latin = Fold(person.LatinName ?? "");
        var syllables = latin.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', new[]
        {
            Fold(person.FamilyName + person.GivenName), latin, string.Concat(syllables), string.Concat(syllables.Select(s => s[0])), Fold(person.StaffNumber),
        }.Where(t => t.Length > 0).Distinct());
    }

    /// <summary>The words of a query, each of which must occur.</summary>
    public static IEnumerable<string> Words(string? query) => Fold(query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(5);

    /// <summary>Whether a unit or subject is meant by a word.</summary>
    public static bool Matches(LocalName name, string word) =>
        Fold(name.Name).Contains(word, StringComparison.Ordinal) || (name.LatinName is { } latin && Fold(latin).Contains(word, StringComparison.Ordinal));

    /// <summary>Lower case, full-width forms to plain ones, tone marks gone ("Lǚ" becomes "lu").</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            folded.Append(char.ToLowerInvariant(letter));
        return folded.ToString().Trim();
    }
}
