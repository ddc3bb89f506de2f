using System.Net;
using System.Text.RegularExpressions;

namespace CommunityLms.Institutes.Tests.Accounts;

/// <summary>Opens pages and sends their forms as a browser without a script does.</summary>
internal sealed partial class Browser(HttpClient client)
{
    public const string Token = "__RequestVerificationToken";

    public HttpClient Client => client;

    public async Task<Answer> Open(string path)
    {
        using var response = await client.GetAsync(path);
        return await Answer.Of(response);
    }

    /// <summary>Opens a page, fills in a form and sends it to that page.</summary>
    public Task<Answer> Submit(string page, params IEnumerable<(string Field, string Value)> fields) => Submit(page, page, fields);

    /// <summary>The same for a form that goes elsewhere.</summary>
    public async Task<Answer> Submit(string page, string action, params IEnumerable<(string Field, string Value)> fields) =>
        await Send(action, [.. fields, (Token, await TokenOf(page))]);

    /// <summary>What a form on the page sends along to show that it comes from here.</summary>
    public async Task<string> TokenOf(string page)
    {
        var opened = await Open(page);
        var token = AntiforgeryField().Match(opened.Html).Groups["value"].Value;
        token.ShouldNotBeEmpty($"{page} answered {opened.Status} without a form: {opened.Html}");
        return token;
    }

    /// <summary>Sends fields without having opened the page, as a forged form does.</summary>
    public async Task<Answer> Send(string action, params IEnumerable<(string Field, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Field, f.Value)));
        using var response = await client.PostAsync(action, content);
        return await Answer.Of(response);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AntiforgeryField();
}

/// <param name="Html">With entities resolved.</param>
/// <param name="Location">Where a redirect leads, without the host; null for other answers.</param>
internal sealed record Answer(HttpStatusCode Status, string Html, string? Location, IReadOnlyList<string> Cookies)
{
    public static async Task<Answer> Of(HttpResponseMessage response) => new(
        response.StatusCode,
        WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()),
        response.Headers.Location is { IsAbsoluteUri: true } absolute ? absolute.PathAndQuery : response.Headers.Location?.ToString(),
        response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : []);
}
