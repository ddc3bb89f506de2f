using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CommunityLms.Institutes.Sample;

namespace CommunityLms.Institutes.Tests.Hosting;

/// <summary>Goes through pages and the API as a browser without a script does: with cookies and the antiforgery token of the page before.</summary>
internal sealed partial class Visitor(HttpClient http)
{
    public Task<HttpResponseMessage> Get(string url) => http.GetAsync(url);

    public async Task<string> Read(string url)
    {
        var response = await http.GetAsync(url);
        var text = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{url}: {text[..Math.Min(text.Length, 400)]}");
        return text;
    }

    /// <summary>Opens a page and sends its form.</summary>
    /// <param name="post">Where the form goes, where that isn't the page itself.</param>
    public async Task<HttpResponseMessage> Send(string page, IEnumerable<KeyValuePair<string, string?>> fields, string? post = null) =>
        await http.PostAsync(post ?? page, new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", await TokenOf(page))).Select(f => KeyValuePair.Create(f.Key, f.Value ?? ""))));

    public async Task<HttpResponseMessage> Upload(string page, IEnumerable<KeyValuePair<string, string>> fields, string field, string fileName, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new StringContent(await TokenOf(page)), "__RequestVerificationToken" }, { new ByteArrayContent(content), field, fileName } };
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        return await http.PostAsync(page, form);
    }

    /// <summary>Calls the API with the cookie and the token a page bears.</summary>
    /// <param name="version">The version seen, for If-Match.</param>
    public async Task<HttpResponseMessage> Call(HttpMethod method, string path, object? body = null, string? version = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/institutes/{path}");
        request.Headers.Add("X-CSRF-TOKEN", await TokenOf("/institutes/grants/mine"));
        if (version is not null)
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(version));
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return await http.SendAsync(request);
    }

    public async Task SignIn(string email)
    {
        var answer = await Send("/account/sign-in", Fields(("Input.Email", email), ("Input.Password", SampleSeed.Password)));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
    }

    public static IEnumerable<KeyValuePair<string, string?>> Fields(params IEnumerable<(string Name, object? Value)> fields) =>
        fields.Select(f => KeyValuePair.Create(f.Name, f.Value is DateOnly day ? day.ToString("O", System.Globalization.CultureInfo.InvariantCulture) : f.Value?.ToString()));

    public async Task<string> TokenOf(string page)
    {
        var html = await (await http.GetAsync(page)).Content.ReadAsStringAsync();
        var token = Token().Match(html);
        token.Success.ShouldBeTrue($"{page} bears no antiforgery token: {html[..Math.Min(html.Length, 400)]}");
        return WebUtility.HtmlDecode(token.Groups["token"].Value);
    }

    [GeneratedRegex("""<meta name="lms-antiforgery" content="(?<token>[^"]+)">""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
