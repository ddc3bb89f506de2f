using System.Net;
using System.Text.RegularExpressions;

namespace CommunityLms.Testing;

/// <summary>A page as it came.</summary>
/// <param name="path">Where redirects led, with its query.</param>
/// <param name="source">As the server wrote it.</param>
/// <param name="cookies">What was set on the way.</param>
public sealed partial class Sight(HttpStatusCode status, string path, string source, IReadOnlyList<string> cookies)
{
    public HttpStatusCode Status => status;

    public string Path => path;

    public IReadOnlyList<string> Cookies => cookies;

    /// <summary>The whole page, entities resolved.</summary>
    public string Html => WebUtility.HtmlDecode(source);

    /// <summary>The page without the frame around it, entities resolved.</summary>
    public string Main => WebUtility.HtmlDecode(MainSource);

    /// <summary>What can be read in it, without tags.</summary>
    public string Text => Read(MainSource);

    /// <summary>What the error summary says, and which field each line leads to.</summary>
    public IReadOnlyList<(string Field, string Text)> Errors => Summary().Match(MainSource) is { Success: true } summary
        ? [.. Links().Matches(summary.Value).Select(l => (l.Groups["field"].Value, Read(l.Groups["text"].Value)))] : [];

    /// <summary>The antiforgery token; null where the answer is no page.</summary>
    public string? Token => TokenMeta().Match(source) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["token"].Value) : null;

    /// <exception cref="InvalidOperationException">No form here posts.</exception>
    internal SeenForm FormFor(IReadOnlyCollection<string> fields)
    {
        List<string> forms = [.. Forms().Matches(MainSource).Select(m => m.Value).Where(f => f.Contains("method=\"post\"", StringComparison.Ordinal))];
        return new(forms.Find(f => fields.All(n => f.Contains($"name=\"{n}\"", StringComparison.Ordinal))) ?? forms.FirstOrDefault()
            ?? throw new InvalidOperationException($"{path} answered {status} without a form that posts: {Text}"));
    }

    private string MainSource => source.IndexOf("<main", StringComparison.Ordinal) is var start and >= 0 ? source[start..source.IndexOf("</main>", StringComparison.Ordinal)] : source;

    private static string Read(string html) => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(html, " "), " ")).Trim();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Forms();

    [GeneratedRegex("name=\"lms-antiforgery\" content=\"(?<token>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TokenMeta();

    [GeneratedRegex("<[^>]*lms-error-summary.*?</ul>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Summary();

    [GeneratedRegex("<a href=\"#(?<field>[^\"]*)\"[^>]*>(?<text>.*?)</a>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Links();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Spaces();
}

/// <summary>A form on a page.</summary>
internal sealed partial class SeenForm(string html)
{
    /// <summary>Where it goes; null for the page itself.</summary>
    public string? Action => Attribute(html[..html.IndexOf('>', StringComparison.Ordinal)], "action");

    /// <summary>Its hidden fields, without those that are answered, and the answers.</summary>
    public IEnumerable<KeyValuePair<string, string>> With(IEnumerable<KeyValuePair<string, string>> answers)
    {
        List<KeyValuePair<string, string>> all = [.. answers];
        return Inputs().Matches(html).Select(m => m.Value)
            .Where(i => Attribute(i, "type") == "hidden").Select(i => (Name: Attribute(i, "name"), Value: Attribute(i, "value") ?? ""))
            .Where(i => i.Name is not null && all.TrueForAll(a => a.Key != i.Name)).Select(i => KeyValuePair.Create(i.Name!, i.Value)).Concat(all);
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"(?<value>[^\"]*)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["value"].Value) : null;

    [GeneratedRegex("<input[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Inputs();
}
