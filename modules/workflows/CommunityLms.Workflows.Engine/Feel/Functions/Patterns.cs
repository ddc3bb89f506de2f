using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CommunityLms.Workflows.Engine.Feel.Functions;

/// <summary>Regular expressions, compiled once. They run in linear time unless they refer back to a group; the time-out bounds both.</summary>
internal static class Patterns
{
    private const int MostKept = 256;
    private const int LongestPattern = 2_000;

    private static readonly ConcurrentDictionary<(string Pattern, string Flags, TimeSpan Timeout), Regex?> Kept = new();

    /// <summary>Null where pattern or flags aren't those of XPath.</summary>
    public static Regex? Find(string pattern, string flags, TimeSpan timeout)
    {
        var key = (pattern, flags, timeout);
        if (Kept.TryGetValue(key, out var kept))
            return kept;
        if (Kept.Count >= MostKept)
            Kept.Clear();
        return Kept[key] = pattern.Length > LongestPattern ? null : Make(pattern, flags, timeout);
    }

    private static Regex? Make(string pattern, string flags, TimeSpan timeout)
    {
        if (flags.AsSpan().ContainsAnyExcept("smix"))
            return null;
        var translation = new PatternTranslation(pattern, Has('s'), Has('m'), Has('x'));
        if (translation.Write() is not { } written)
            return null;
        var options = RegexOptions.CultureInvariant | (Has('i') ? RegexOptions.IgnoreCase : RegexOptions.None) | (Has('m') ? RegexOptions.Multiline : RegexOptions.None);
        // Looking ahead stands for the end of a line.
        var linear = !translation.RefersBack && !(Has('m') && pattern.Contains('$', StringComparison.Ordinal));
        return Compile(written, linear ? options | RegexOptions.NonBacktracking : options, timeout) ?? (linear ? Compile(written, options, timeout) : null);

        bool Has(char flag) => flags.Contains(flag, StringComparison.Ordinal);
    }

    private static Regex? Compile(string pattern, RegexOptions options, TimeSpan timeout)
    {
        try
        {
            return new(pattern, options, timeout);
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
