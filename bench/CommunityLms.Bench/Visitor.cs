using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace CommunityLms.Bench;

/// <summary>A browser without scripts: keeps cookies, sends forms with their token, takes compressed pages.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    public Visitor(Uri site) => _http = new(new SocketsHttpHandler { CookieContainer = _cookies, AutomaticDecompression = DecompressionMethods.All, PooledConnectionLifetime = Timeout.InfiniteTimeSpan })
    {
        BaseAddress = site, Timeout = TimeSpan.FromMinutes(10), DefaultRequestHeaders = { AcceptLanguage = { new StringWithQualityHeaderValue("zh-CN") } },
    };

    /// <summary>What a browser sends with each request of this site, a minute after its last form: by then it has forgotten that it sent one.</summary>
    public string Cookies => string.Join("; ", _cookies.GetCookies(_http.BaseAddress!).Where(c => c.Name != "lms-sent").Select(c => $"{c.Name}={c.Value}"));

    /// <summary>Signs in with an account of the sample.</summary>
    /// <param name="mailbox">The part of the address before "@sample.example".</param>
    public async Task SignIn(string mailbox = "admin")
    {
        const string path = "/account/sign-in";
        var page = await Get(path);
        await Send(path, new FormUrlEncodedContent([new("Input.Email", $"{mailbox}@sample.example"), new("Input.Password", "Sample-2026!"), Token(page)]));
    }

    public Task<string> Get(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative));

    /// <summary>How many bytes come.</summary>
    public async Task<long> Download(string path)
    {
        await using var content = await _http.GetStreamAsync(new Uri(path, UriKind.Relative));
        using var count = new MemoryStream();
        await content.CopyToAsync(count);
        return count.Length;
    }

    /// <summary>Sends a form and follows where it leads.</summary>
    /// <exception cref="InvalidOperationException">The page came back with errors.</exception>
    public async Task<(string Path, string Page)> Send(string path, HttpContent form)
    {
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), form);
        var page = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode && answer.RequestMessage!.Method == HttpMethod.Get ? (answer.RequestMessage.RequestUri!.PathAndQuery, page)
            : throw new InvalidOperationException($"{path} was refused with {answer.StatusCode}: {page}");
    }

    /// <summary>The antiforgery token of a page's forms.</summary>
    public static KeyValuePair<string, string> Token(string page) => new("__RequestVerificationToken", TokenField().Match(page).Groups["token"].Value);

    /// <summary>Where a list goes on, as its page links to it.</summary>
    public static string NextPage(string page) => WebUtility.HtmlDecode(NextLink().Match(page).Groups["address"].Value);

    /// <summary>The newest contract that the page of one's own contracts leads to.</summary>
    public static string OwnContract(string page) => ContractLink().Match(page).Groups["address"].Value;

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex TokenField();

    [GeneratedRegex("href=\"(?<address>/mentoring/contracts/[0-9a-f-]+)\"", RegexOptions.NonBacktracking)]
    private static partial Regex ContractLink();

    [GeneratedRegex("href=\"(?<address>[^\"]*after=[^\"]*)\"", RegexOptions.NonBacktracking)]
    private static partial Regex NextLink();
}
