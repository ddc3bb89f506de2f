using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace CommunityLms.Institutes.Tests.Hosting;

/// <summary>Opens pages, follows redirects, sends the form on the page with its hidden fields; as a browser without a script does.</summary>
public sealed partial class Browser(HttpClient http)
{
    private Sight _seen = new(HttpStatusCode.NoContent, "", "");

    public async Task<Sight> Open(string url) => _seen = await See(await http.GetAsync(url));

    /// <summary>Sends the first form that posts in the page's main part.</summary>
    /// <param name="answers">Replace or join the hidden fields.</param>
    public async Task<Sight> Submit(params (string Name, string? Value)[] answers)
    {
        var form = Forms().Matches(_seen.Main).Select(m => m.Value).FirstOrDefault(f => f.Contains("method=\"post\"", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{_seen.Path} has no form that posts: {_seen.Main}");
        var fields = HiddenFields(form).Where(f => answers.All(a => a.Name != f.Key)).Concat(answers.Select(a => KeyValuePair.Create(a.Name, a.Value ?? "")));
        var action = Attribute(form[..form.IndexOf('>', StringComparison.Ordinal)], "action") ?? _seen.Path;
        return _seen = await See(await http.PostAsync(action, new FormUrlEncodedContent(fields)));
    }

    /// <summary>Posts fields to an address with the token of the page last opened.</summary>
    public async Task<Sight> Post(string url, params (string Name, string? Value)[] fields)
    {
        var sent = fields.Select(f => KeyValuePair.Create(f.Name, f.Value ?? "")).Append(new("__RequestVerificationToken", Token()));
        return await See(await http.PostAsync(url, new FormUrlEncodedContent(sent)));
    }

    /// <summary>Calls the API with the cookie of the browser and the token of the page last opened.</summary>
    /// <param name="version">For If-Match.</param>
    public async Task<HttpResponseMessage> Call(HttpMethod method, string url, object? body = null, string? version = null)
    {
        using var request = new HttpRequestMessage(method, url) { Content = body is null ? null : JsonContent.Create(body) };
        if (method != HttpMethod.Get)
            request.Headers.Add("X-CSRF-TOKEN", Token());
        if (version is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(version));
        return await http.SendAsync(request);
    }

    /// <summary>Sends a form with files to the API.</summary>
    /// <param name="version">For If-Match.</param>
    public async Task<HttpResponseMessage> Upload(HttpMethod method, string url, (string Field, string FileName, byte[] Content)? file, string? version = null, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        if (file is { } sent)
            form.Add(new ByteArrayContent(sent.Content), sent.Field, sent.FileName);
        using var request = new HttpRequestMessage(method, url) { Content = form };
        request.Headers.Add("X-CSRF-TOKEN", Token());
        if (version is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue(version));
        return await http.SendAsync(request);
    }

    private string Token() => TokenMeta().Match(_seen.Html) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["token"].Value) : throw new InvalidOperationException("Open a page first.");

    private static async Task<Sight> See(HttpResponseMessage response) =>
        new(response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, await response.Content.ReadAsStringAsync());

    private static Dictionary<string, string> HiddenFields(string form) => Inputs().Matches(form).Select(m => m.Value)
        .Where(i => Attribute(i, "type") == "hidden" && Attribute(i, "name") is not null)
        .GroupBy(i => Attribute(i, "name")!).ToDictionary(g => g.Key, g => Attribute(g.First(), "value") ?? "");

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"(?<value>[^\"]*)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["value"].Value) : null;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Inputs();

    [GeneratedRegex("name=\"lms-antiforgery\" content=\"(?<token>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TokenMeta();
}

/// <summary>A page as it came.</summary>
/// <param name="Path">Where redirects led.</param>
public sealed partial record Sight(HttpStatusCode Status, string Path, string Html)
{
    /// <summary>The page without the frame around it.</summary>
    public string Main => Html.IndexOf("<main", StringComparison.Ordinal) is var start and >= 0 ? Html[start..Html.IndexOf("</main>", StringComparison.Ordinal)] : Html;

    /// <summary>What can be read, without tags.</summary>
    public string Text => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(Main, " "), " "));

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Spaces();
}
