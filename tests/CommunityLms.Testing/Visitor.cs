using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Shouldly;

namespace CommunityLms.Testing;

/// <summary>Goes through pages and the API as a browser without a script does: keeps cookies, follows redirects, sends the forms it sees with their hidden fields.</summary>
/// <param name="http">Which keeps cookies and leaves redirects to the visitor.</param>
public sealed class Visitor(HttpClient http)
{
    /// <summary>The field in which a form shows that it comes from a page of ours.</summary>
    public const string TokenField = "__RequestVerificationToken";
    private const int MostRedirects = 5;
    private Sight? _seen;

    public async Task<Sight> Open(string url) => _seen = await Send(HttpMethod.Get, url);

    /// <summary>All there is on a page, which must open.</summary>
    public async Task<string> Read(string url)
    {
        var page = await Open(url);
        page.Status.ShouldBe(HttpStatusCode.OK, $"{url}: {page.Text}");
        return page.Html;
    }

    /// <summary>Sends the form of the page last opened that asks for these fields.</summary>
    /// <param name="answers">Replace what the form holds, or join it. A name may come several times.</param>
    public Task<Sight> Submit(params IEnumerable<(string Name, object? Value)> answers) => Submit(SeenPage.FormFor([.. answers.Select(a => a.Name)]), answers);

    /// <summary>Opens a page and sends its form that asks for these fields.</summary>
    public async Task<Sight> Submit(string page, params IEnumerable<(string Name, object? Value)> answers)
    {
        await Open(page);
        return await Submit(answers);
    }

    /// <summary>The same with a file.</summary>
    public async Task<Sight> Upload(string page, (string Field, string Name, byte[] Content) file, params IEnumerable<(string Name, object? Value)> answers)
    {
        await Open(page);
        var form = SeenPage.FormFor([file.Field]);
        using var content = new MultipartFormDataContent { { new ByteArrayContent(file.Content), file.Field, file.Name } };
        foreach (var (name, value) in form.With(Written(answers)))
            content.Add(new StringContent(value), name);
        return _seen = await Send(HttpMethod.Post, form.Action ?? _seen!.Path, content);
    }

    /// <summary>Posts fields to any address with the token of the page last opened.</summary>
    public async Task<Sight> Post(string url, params IEnumerable<(string Name, object? Value)> fields) => await Forge(url, [.. fields, (TokenField, await Token())]);

    /// <summary>Posts fields without a token, as another site's page does.</summary>
    public async Task<Sight> Forge(string url, params IEnumerable<(string Name, object? Value)> fields)
    {
        using var content = new FormUrlEncodedContent(Written(fields));
        return _seen = await Send(HttpMethod.Post, url, content);
    }

    /// <summary>Asks for what isn't a page, or calls the API with the browser's cookie and token. Redirects aren't followed.</summary>
    /// <param name="version">The version seen, for If-Match.</param>
    public async Task<HttpResponseMessage> Call(HttpMethod method, string url, object? body = null, string? version = null)
    {
        using var request = new HttpRequestMessage(method, url) { Content = body is null ? null : JsonContent.Create(body) };
        return await Call(request, version);
    }

    /// <summary>Calls the API as another site's script would: with the browser's cookie and nothing else.</summary>
    public async Task<HttpResponseMessage> CallWithoutToken(HttpMethod method, string url, object body)
    {
        using var request = new HttpRequestMessage(method, url) { Content = JsonContent.Create(body) };
        return await http.SendAsync(request);
    }

    /// <summary>Calls the API with a form that may hold a file.</summary>
    public async Task<HttpResponseMessage> Upload(HttpMethod method, string url, (string Field, string FileName, byte[] Content)? file, string? version = null, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            form.Add(new StringContent(value), name);
        if (file is { } sent)
            form.Add(new ByteArrayContent(sent.Content), sent.Field, sent.FileName);
        using var request = new HttpRequestMessage(method, url) { Content = form };
        return await Call(request, version);
    }

    public Task<HttpResponseMessage> Get(string url) => Call(HttpMethod.Get, url);

    /// <summary>Calls with one header of its own.</summary>
    public async Task<HttpResponseMessage> GetWith(string url, AuthenticationHeaderValue authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Authorization = authorization } };
        return await http.SendAsync(request);
    }

    public Task<Sight> SignIn(string email, string password) => Submit("/account/sign-in", ("Input.Email", email), ("Input.Password", password));

    private async Task<HttpResponseMessage> Call(HttpRequestMessage request, string? version)
    {
        if (request.Method != HttpMethod.Get)
            request.Headers.Add("X-CSRF-TOKEN", await Token());
        if (version is not null)
            request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(version));
        return await http.SendAsync(request);
    }

    private Sight SeenPage => _seen ?? throw new InvalidOperationException("Open a page first.");

    private async Task<Sight> Submit(SeenForm form, IEnumerable<(string Name, object? Value)> answers)
    {
        using var content = new FormUrlEncodedContent(form.With(Written(answers)));
        return _seen = await Send(HttpMethod.Post, form.Action ?? _seen!.Path, content);
    }

    private async Task<string> Token() => (_seen?.Token ?? (await Open("/")).Token).ShouldNotBeNull($"{_seen!.Path} bears no antiforgery token: {_seen.Text}");

    private async Task<Sight> Send(HttpMethod method, string url, HttpContent? content = null)
    {
        List<string> cookies = [];
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = new HttpRequestMessage(method, url) { Content = content };
            using var response = await http.SendAsync(request);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
                cookies.AddRange(set);
            var asked = request.RequestUri!.IsAbsoluteUri ? request.RequestUri : new Uri(http.BaseAddress!, request.RequestUri);
            if (response.Headers.Location is not { } next || (int)response.StatusCode is < 300 or >= 400)
                return new(response.StatusCode, asked.PathAndQuery, await response.Content.ReadAsStringAsync(), cookies);
            (method, url, content) = (HttpMethod.Get, new Uri(asked, next).ToString(), null);
        }
        throw new InvalidOperationException($"{url} leads in a circle.");
    }

    private static IEnumerable<KeyValuePair<string, string>> Written(IEnumerable<(string Name, object? Value)> fields) => fields.Select(f => KeyValuePair.Create(f.Name, f.Value switch
    {
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    }));
}
